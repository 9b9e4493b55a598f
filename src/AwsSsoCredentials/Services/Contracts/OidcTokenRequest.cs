namespace AwsSsoCredentials.Services.Contracts;

/// <summary>CreateToken, one of its three grants.</summary>
internal abstract record OidcTokenRequest(string ClientId, string ClientSecret)
{
    public sealed override string ToString() => GetType().Name;

    /// <summary>Exchanges the device code of a device authorization.</summary>
    internal sealed record FromDeviceCode(string ClientId, string ClientSecret, string DeviceCode) : OidcTokenRequest(ClientId, ClientSecret);

    /// <summary>Exchanges a refresh token.</summary>
    internal sealed record FromRefreshToken(string ClientId, string ClientSecret, string RefreshToken) : OidcTokenRequest(ClientId, ClientSecret);

    /// <summary>Exchanges an authorization code (RFC 7636).</summary>
    internal sealed record FromAuthorizationCode(string ClientId, string ClientSecret, string Code, string RedirectUri, string CodeVerifier)
        : OidcTokenRequest(ClientId, ClientSecret);
}
