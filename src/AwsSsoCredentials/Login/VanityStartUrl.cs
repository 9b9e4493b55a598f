using System.Net;
using System.Net.Sockets;
using AwsSsoCredentials.Profiles;
using AwsSsoCredentials.Services;
using AwsSsoCredentials.Services.Endpoints;

namespace AwsSsoCredentials.Login;

/// <summary>Finds the AWS start URL behind a company's own address, such as <c>https://aws.example.com</c>.</summary>
/// <remarks>
/// The rules are those of the AWS CLI since 2.35.13 (<c>customizations/sso/resolve.py</c>), except that the config file is never written.
/// </remarks>
/// <param name="createHandler">Makes what sends the request for a session, of a profile perhaps; it must not follow redirects.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Where the outcome is reported.</param>
internal sealed class VanityStartUrl(Func<SsoSession, string?, HttpMessageHandler> createHandler, TimeProvider time, ISsoLog log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Resolves over the network, with the proxy of the environment and the certificate authorities of the session's services.</summary>
    public VanityStartUrl(ServiceClients services, TimeProvider time, ISsoLog log)
        : this((session, profile) => CreateHandler(services.OidcConnection(session, profile).CaBundle), time, log)
    {
    }

    /// <summary>Finds the start URL and region that the service knows; without network where the host is AWS's own.</summary>
    /// <param name="session">The session.</param>
    /// <param name="profile">The profile whose certificate bundle counts, or null for that of the environment alone.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SsoConfigurationException">The address leads to nothing that AWS owns, or the certificate bundle cannot be used.</exception>
    /// <exception cref="SsoServiceException">The address does not answer.</exception>
    public async Task<(string StartUrl, string Region)> ResolveAsync(
        SsoSession session, string? profile, CancellationToken cancellationToken)
    {
        var configured = StartUrls.TryParse(session.StartUrl)
            ?? throw new SsoConfigurationException(
                $"The sso_start_url {session.StartUrl} of {session.Subject} is not an https URL. Correct it.");
        if (StartUrls.IsAwsOwned(configured.IdnHost))
        {
            return (session.StartUrl, session.Region);
        }

        var target = await FollowAsync(session, profile, configured, cancellationToken).ConfigureAwait(false);
        if (target.Scheme != Uri.UriSchemeHttps || !StartUrls.IsAwsOwned(target.IdnHost))
        {
            throw new SsoConfigurationException(
                $"The sso_start_url {session.StartUrl} of {session.Subject} leads to {target.Host}, which is not a host of AWS,"
                + " so nobody is sent there to sign in. Set sso_start_url to the AWS access portal URL.");
        }

        var startUrl = StartUrls.Normalize(target);
        var region = StartUrls.RegionOf(target.IdnHost) ?? session.Region;
        log.Verbose($"{session.StartUrl} leads to {startUrl} in {region}.");
        if (!region.Equals(session.Region, StringComparison.OrdinalIgnoreCase))
        {
            // The AWS CLI corrects the config file here; we never write it.
            log.Warning(
                $"{session.StartUrl} leads to the region {region}, but the sso_region of {session.Subject} is {session.Region}."
                + $" The login uses {region}; set sso_region = {region}, otherwise the token is refused.");
        }

        return (startUrl, region);
    }

    private async Task<Uri> FollowAsync(SsoSession session, string? profile, Uri address, CancellationToken cancellationToken)
    {
        using var client = new HttpClient(createHandler(session, profile)) { Timeout = Timeout.InfiniteTimeSpan };
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var what = $"The sso_start_url {session.StartUrl} of {session.Subject} is not a host of AWS and";
        try
        {
            var answer = await SendAsync(client, HttpMethod.Head, address, either.Token).ConfigureAwait(false);
            if (answer.Status is HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented)
            {
                answer = await SendAsync(client, HttpMethod.Get, address, either.Token).ConfigureAwait(false);
            }

            // One redirect, not a chain: who answers there is not asked where to go next.
            return (int)answer.Status is 301 or 302 or 303 or 307 or 308 && answer.Location is { } location
                ? location
                : throw new SsoConfigurationException(
                    $"{what} does not redirect to one (it answers with status {(int)answer.Status}). Set sso_start_url to the AWS access"
                    + " portal URL.");
        }
        catch (HttpRequestException error)
        {
            throw new SsoServiceException(
                $"{what} cannot be reached: {Reason(error)}. Check the address and the network.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SsoServiceException($"{what} did not answer within {Patience.TotalSeconds:0} s. Check the address and the network.");
        }
    }

    // Not its own message: that can hold the user and password of a proxy's URL.
    private static string Reason(HttpRequestException error) => (error.InnerException, error.HttpRequestError) switch
    {
        (SocketException socket, _) => Sentence.Open(socket.Message),
        (_, HttpRequestError.NameResolutionError) => "its name cannot be resolved",
        (_, HttpRequestError.SecureConnectionError) => "there is no trusted TLS connection (AWS_CA_BUNDLE names the authorities to trust)",
        (_, HttpRequestError.ProxyTunnelError) => "the proxy (HTTPS_PROXY, NO_PROXY) let nothing through",
        _ => "the connection failed",
    };

    private static SocketsHttpHandler CreateHandler(string? caBundle)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        if (caBundle is not null)
        {
            handler.SslOptions.CertificateChainPolicy = CertificateBundle.Load(caBundle);
        }

        return handler;
    }

    private static async Task<(HttpStatusCode Status, Uri? Location)> SendAsync(
        HttpClient client, HttpMethod method, Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, address);
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            .ConfigureAwait(false);
        return (answer.StatusCode, answer.Headers.Location is { } location && Uri.TryCreate(address, location, out Uri? target) ? target : null);
    }
}
