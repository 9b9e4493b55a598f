namespace AwsSsoCredentials.Services.Contracts;

/// <summary>
/// The OIDC service of IAM Identity Center (<c>sso-oidc</c>, API version 2019-06-10). Every method raises <see cref="ServiceFailureException"/>.
/// </summary>
internal interface ISsoOidc : IDisposable
{
    Task<OidcRegistration> RegisterClientAsync(OidcRegistrationRequest request, CancellationToken cancellationToken);

    Task<DeviceAuthorization> StartDeviceAuthorizationAsync(
        string clientId, string clientSecret, string startUrl, CancellationToken cancellationToken);

    Task<OidcToken> CreateTokenAsync(OidcTokenRequest request, CancellationToken cancellationToken);
}
