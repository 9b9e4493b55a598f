using IdentityCenterEmulator.Http;
using IdentityCenterEmulator.Options;
using IdentityCenterEmulator.State;
using IdentityCenterEmulator.Tls;
using Microsoft.AspNetCore.Builder;

namespace IdentityCenterEmulator;

/// <summary>A running AWS IAM Identity Center on loopback: portal, OIDC, sign-in page and STS at one port, all state in memory.</summary>
public sealed class EmulatorServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly EmulatorState _state;
    private readonly CertificateAuthority? _authority;

    private EmulatorServer(WebApplication app, EmulatorState state, CertificateAuthority? authority)
    {
        _app = app;
        _state = state;
        _authority = authority;
        HttpsUrl = EmulatorHost.HttpsUrl(app);
        Url = EmulatorHost.Url(app);
        var address = Url.GetLeftPart(UriPartial.Authority);
        Environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AWS_ENDPOINT_URL_SSO"] = address,
            ["AWS_ENDPOINT_URL_SSO_OIDC"] = address,
            ["AWS_ENDPOINT_URL_STS"] = address,
        };
    }

    /// <summary>Where it listens: <c>http://127.0.0.1:PORT</c>.</summary>
    public Uri Url { get; }

    /// <summary>Where it listens with TLS: <c>https://127.0.0.1:PORT</c>; null without <see cref="EmulatorOptions.Https"/>.</summary>
    public Uri? HttpsUrl { get; }

    /// <summary>What goes wrong; can be changed at any time.</summary>
    public EmulatorFaults Faults => _state.Faults;

    /// <summary>What has been called.</summary>
    public EmulatorCalls Calls => _state.Calls;

    /// <summary>The variables that aim the AWS SDKs, the AWS CLI and child processes at this emulator.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>The user codes that wait for a decision.</summary>
    public IReadOnlyList<string> PendingUserCodes => _state.Devices.PendingUserCodes();

    /// <summary>Starts an emulator and returns when it listens.</summary>
    /// <exception cref="EmulatorOptionsException">An option cannot be accepted, for instance an address that is not loopback.</exception>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<EmulatorServer> StartAsync(EmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        var copy = (options ?? new EmulatorOptions()).Clone();
        OptionsValidation.Check(copy);
        var state = new EmulatorState(copy);
        var authority = copy.Https ? new CertificateAuthority() : null;
        var app = EmulatorHost.Build(state, authority);
        try
        {
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
            return new EmulatorServer(app, state, authority);
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            authority?.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Writes the certificate to trust as a PEM file, and gives the variables by which clients that know no endpoint variables find this emulator
    /// under AWS's own host names: it is their proxy.
    /// </summary>
    /// <param name="path">The file; one that is there is overwritten.</param>
    /// <returns><c>HTTPS_PROXY</c>, and what names the file to the AWS CLI, boto3, Node.js and OpenSSL.</returns>
    /// <exception cref="InvalidOperationException">It was started without <see cref="EmulatorOptions.Https"/>.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public IReadOnlyDictionary<string, string> WriteCertificate(string path)
    {
        if (_authority is null)
        {
            throw new InvalidOperationException("The emulator was started without EmulatorOptions.Https.");
        }

        var full = Path.GetFullPath(path);
#pragma warning disable RS0030 // The room Files belongs to the add-in, of which the emulator knows nothing.
        File.WriteAllText(full, _authority.Pem + "\n");
#pragma warning restore RS0030
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["HTTPS_PROXY"] = Url.GetLeftPart(UriPartial.Authority),
            ["AWS_CA_BUNDLE"] = full,
            ["NODE_EXTRA_CA_CERTS"] = full,
            ["SSL_CERT_FILE"] = full,
        };
    }

    /// <summary>Allows the request of this user code, as a person does on the page.</summary>
    /// <exception cref="InvalidOperationException">No request waits under this code.</exception>
    public void Approve(string userCode) => Decide(userCode, allow: true);

    /// <summary>Denies the request of this user code, as a person does on the page.</summary>
    /// <exception cref="InvalidOperationException">No request waits under this code.</exception>
    public void Deny(string userCode) => Decide(userCode, allow: false);

    /// <summary>Opens a session without a sign-in, so that a test can write its token file.</summary>
    /// <param name="startUrl">The start URL that the token names; null takes the first accepted one or a plausible default.</param>
    /// <param name="lifetime">How long the access token lives; zero or less makes an expired one. Null takes the setting.</param>
    /// <param name="refreshable">Whether a refresh token comes with it.</param>
    /// <param name="registrationLifetime">How long its client registration lives; zero or less makes an expired one. Null takes the setting.</param>
    public EmulatorToken IssueToken(string? startUrl = null, TimeSpan? lifetime = null, bool refreshable = true, TimeSpan? registrationLifetime = null) =>
        SeededSessions.Issue(_state, startUrl, lifetime, refreshable, registrationLifetime);

    /// <summary>Makes the portal refuse an access token from now on; its refresh token stays good.</summary>
    /// <exception cref="InvalidOperationException">The emulator did not issue it, or it is revoked already.</exception>
    public void RevokeAccessToken(string accessToken)
    {
        if (!_state.Sessions.RevokeAccessToken(accessToken))
        {
            throw new InvalidOperationException("The emulator knows no such access token.");
        }
    }

    /// <summary>Makes the next refresh with this token fail with <c>invalid_grant</c>.</summary>
    /// <exception cref="InvalidOperationException">The emulator did not issue it, or it is spent already.</exception>
    public void RevokeRefreshToken(string refreshToken)
    {
        if (!_state.Sessions.RevokeRefreshToken(refreshToken))
        {
            throw new InvalidOperationException("The emulator knows no such refresh token.");
        }
    }

    /// <summary>Stops listening and ends hanging calls.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync().ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
        _authority?.Dispose();
    }

    private void Decide(string userCode, bool allow)
    {
        if (!_state.Devices.TryDecide(userCode, allow))
        {
            throw new InvalidOperationException($"No sign-in request waits under the user code '{userCode}'.");
        }
    }
}
