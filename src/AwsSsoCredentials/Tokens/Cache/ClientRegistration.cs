namespace AwsSsoCredentials.Tokens.Cache;

/// <summary>A registration of this machine as an OIDC client.</summary>
/// <param name="ClientId">Its id.</param>
/// <param name="ClientSecret">Its secret. A secret.</param>
/// <param name="ExpiresAt">The instant from which it is refused.</param>
/// <param name="Method">The sign-in method it was made for; it serves no other.</param>
internal sealed record ClientRegistration(string ClientId, string ClientSecret, DateTimeOffset ExpiresAt, SsoLoginFlow Method)
{
    /// <summary>Describes the registration without its secret.</summary>
    public override string ToString() => $"client registration until {CacheTime.Format(ExpiresAt)}";
}
