namespace IdentityCenterEmulator.State;

/// <summary>A registered OIDC client. No record: its default ToString would show the secret.</summary>
internal sealed class ClientRegistration
{
    public required string ClientId { get; init; }

    public required string ClientSecret { get; init; }

    public required string ClientName { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public IReadOnlyList<string> Scopes { get; init; } = [];

    public IReadOnlyList<string> GrantTypes { get; init; } = [];

    public IReadOnlyList<string> RedirectUris { get; init; } = [];

    public string? IssuerUrl { get; init; }

    /// <summary>A client that named no grant types is one of the device flow (aws-cli registers so).</summary>
    public bool Allows(string grantType) => GrantTypes.Count == 0 ? grantType != Oidc.GrantType.AuthorizationCode : GrantTypes.Contains(grantType, StringComparer.Ordinal);
}
