namespace AwsSsoCredentials.Services.Contracts;

/// <summary>The answer of CreateToken.</summary>
internal sealed record OidcToken(string AccessToken, TimeSpan ExpiresIn, string? RefreshToken)
{
    public override string ToString() => FormattableString.Invariant($"token for {ExpiresIn.TotalSeconds} s");
}
