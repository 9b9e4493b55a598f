namespace IdentityCenterEmulator.Oidc;

/// <summary>The grant types of CreateToken.</summary>
internal static class GrantType
{
    public const string AuthorizationCode = "authorization_code";
    public const string DeviceCode = "urn:ietf:params:oauth:grant-type:device_code";
    public const string RefreshToken = "refresh_token";
}
