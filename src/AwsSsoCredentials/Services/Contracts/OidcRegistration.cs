namespace AwsSsoCredentials.Services.Contracts;

/// <summary>The answer of RegisterClient.</summary>
internal sealed record OidcRegistration(string ClientId, string ClientSecret, DateTimeOffset ExpiresAt)
{
    public override string ToString() => FormattableString.Invariant($"client registration until {ExpiresAt:u}");
}
