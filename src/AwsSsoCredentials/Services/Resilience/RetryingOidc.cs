using AwsSsoCredentials.Services.Contracts;

namespace AwsSsoCredentials.Services.Resilience;

/// <summary>Repeats calls of the OIDC service that failed for a passing reason, as far as that does no harm.</summary>
/// <remarks>
/// RegisterClient and StartDeviceAuthorization only leave an unused registration or code behind. CreateToken is another matter: codes are used
/// up by the first request that arrives, and a refresh token that rotates is, too; presenting it again can even end the whole session
/// (RFC 9700, 4.14.2, reuse detection), and the answer "invalid_grant" would hide what really went wrong. So CreateToken is repeated only where
/// the service certainly did not act on it: no connection came about, or it says that it turned the request away.
/// </remarks>
internal sealed class RetryingOidc(ISsoOidc inner, RetryPolicy policy) : ISsoOidc
{
    public Task<OidcRegistration> RegisterClientAsync(OidcRegistrationRequest request, CancellationToken cancellationToken) =>
        policy.RunAsync(stop => inner.RegisterClientAsync(request, stop), RetryPolicy.IsTransient, cancellationToken);

    public Task<DeviceAuthorization> StartDeviceAuthorizationAsync(
        string clientId, string clientSecret, string startUrl, CancellationToken cancellationToken) =>
        policy.RunAsync(
            stop => inner.StartDeviceAuthorizationAsync(clientId, clientSecret, startUrl, stop), RetryPolicy.IsTransient, cancellationToken);

    public Task<OidcToken> CreateTokenAsync(OidcTokenRequest request, CancellationToken cancellationToken) =>
        policy.RunAsync(
            stop => inner.CreateTokenAsync(request, stop),
            failure => RetryPolicy.IsTransient(failure) && !failure.MayHaveBeenProcessed,
            cancellationToken);

    public void Dispose() => inner.Dispose();
}
