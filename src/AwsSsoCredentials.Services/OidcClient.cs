using Amazon.Runtime;
using Amazon.SSOOIDC;
using Amazon.SSOOIDC.Model;
using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Services.Http;

namespace AwsSsoCredentials.Services;

/// <summary>The OIDC service on top of the AWS SDK.</summary>
internal sealed class OidcClient : ISsoOidc
{
    // RFC 8628, 3.2: the interval of a service that names none.
    private const int DefaultIntervalSeconds = 5;

    private readonly ServiceChannel _channel;
    private readonly Lazy<AmazonSSOOIDCClient> _client;

    /// <summary>Makes the client, which from then on owns the channel.</summary>
    public OidcClient(ServiceChannel channel)
    {
        _channel = channel;

        // Made within the first call: what the SDK finds fault with then fails that call, in words that a failure has.
        _client = new(() => new AmazonSSOOIDCClient(new AnonymousAWSCredentials(), channel.Configure(new AmazonSSOOIDCConfig())));
    }

    public Task<OidcRegistration> RegisterClientAsync(OidcRegistrationRequest request, CancellationToken cancellationToken) =>
        _channel.RunAsync(
            "RegisterClient",
            [],
            stop => _client.Value.RegisterClientAsync(
                new RegisterClientRequest
                {
                    ClientName = request.ClientName,
                    ClientType = "public",
                    Scopes = OrNone(request.Scopes),
                    GrantTypes = OrNone(request.GrantTypes),
                    RedirectUris = OrNone(request.RedirectUris),
                    IssuerUrl = request.IssuerUrl,
                },
                stop),
            answer => new OidcRegistration(
                UnusableAnswerException.RequireSecret(answer.ClientId, "clientId"),
                UnusableAnswerException.RequireSecret(answer.ClientSecret, "clientSecret"),
                ReadSeconds(answer.ClientSecretExpiresAt, "clientSecretExpiresAt")),
            cancellationToken);

    public Task<DeviceAuthorization> StartDeviceAuthorizationAsync(
        string clientId, string clientSecret, string startUrl, CancellationToken cancellationToken) =>
        _channel.RunAsync(
            "StartDeviceAuthorization",
            [clientSecret],
            stop => _client.Value.StartDeviceAuthorizationAsync(
                new StartDeviceAuthorizationRequest { ClientId = clientId, ClientSecret = clientSecret, StartUrl = startUrl }, stop),
            answer => new DeviceAuthorization(
                UnusableAnswerException.RequireSecret(answer.DeviceCode, "deviceCode"),
                UnusableAnswerException.RequireSecret(answer.UserCode, "userCode"),
                UnusableAnswerException.RequirePage(answer.VerificationUri, "verificationUri"),
                string.IsNullOrWhiteSpace(answer.VerificationUriComplete)
                    ? null
                    : UnusableAnswerException.RequirePage(answer.VerificationUriComplete, "verificationUriComplete"),
                ReadLifetime(answer.ExpiresIn),
                TimeSpan.FromSeconds(answer.Interval is >= 0 and var interval ? interval : DefaultIntervalSeconds)),
            cancellationToken);

    public Task<OidcToken> CreateTokenAsync(OidcTokenRequest request, CancellationToken cancellationToken)
    {
        var message = new CreateTokenRequest { ClientId = request.ClientId, ClientSecret = request.ClientSecret };
        string[] secrets;
        switch (request)
        {
            case OidcTokenRequest.FromDeviceCode grant:
                message.GrantType = "urn:ietf:params:oauth:grant-type:device_code";
                message.DeviceCode = grant.DeviceCode;
                secrets = [grant.ClientSecret, grant.DeviceCode];
                break;
            case OidcTokenRequest.FromRefreshToken grant:
                message.GrantType = "refresh_token";
                message.RefreshToken = grant.RefreshToken;
                secrets = [grant.ClientSecret, grant.RefreshToken];
                break;
            case OidcTokenRequest.FromAuthorizationCode grant:
                message.GrantType = "authorization_code";
                message.Code = grant.Code;
                message.RedirectUri = grant.RedirectUri;
                message.CodeVerifier = grant.CodeVerifier;
                secrets = [grant.ClientSecret, grant.Code, grant.CodeVerifier];
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(request), request, "An unknown grant.");
        }

        return _channel.RunAsync(
            "CreateToken",
            secrets,
            stop => _client.Value.CreateTokenAsync(message, stop),
            answer => new OidcToken(
                UnusableAnswerException.RequireSecret(answer.AccessToken, "accessToken"),
                ReadLifetime(answer.ExpiresIn),
                string.IsNullOrWhiteSpace(answer.RefreshToken) ? null : UnusableAnswerException.RequireSecret(answer.RefreshToken, "refreshToken")),
            cancellationToken);
    }

    public void Dispose()
    {
        if (_client.IsValueCreated)
        {
            _client.Value.Dispose();
        }

        _channel.Dispose();
    }

    private static List<string>? OrNone(IReadOnlyList<string> values) => values.Count == 0 ? null : [.. values];

    private static TimeSpan ReadLifetime(int? seconds) => seconds is > 0
        ? TimeSpan.FromSeconds(seconds.Value)
        : throw new UnusableAnswerException(seconds is null ? "lacks expiresIn" : "has an expiresIn that is over");

    private static DateTimeOffset ReadSeconds(long? seconds, string member)
    {
        if (seconds is null)
        {
            throw new UnusableAnswerException($"lacks {member}");
        }

        return seconds < 0 || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? throw new UnusableAnswerException($"has a {member} beyond all calendars")
            : DateTimeOffset.FromUnixTimeSeconds(seconds.Value);
    }
}
