namespace IdentityCenterEmulator.State;

/// <summary>What CreateToken hands out. No record: its default ToString would show the tokens.</summary>
internal sealed class TokenSet(string accessToken, TimeSpan lifetime, DateTimeOffset expiresAt, string? refreshToken)
{
    public string AccessToken { get; } = accessToken;

    public TimeSpan Lifetime { get; } = lifetime;

    public DateTimeOffset ExpiresAt { get; } = expiresAt;

    public string? RefreshToken { get; } = refreshToken;
}
