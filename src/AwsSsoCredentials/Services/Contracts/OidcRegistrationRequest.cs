namespace AwsSsoCredentials.Services.Contracts;

/// <summary>RegisterClient. Empty lists and nulls are not sent; the client type is always <c>public</c>.</summary>
internal sealed record OidcRegistrationRequest(
    string ClientName,
    IReadOnlyList<string> Scopes,
    IReadOnlyList<string> GrantTypes,
    IReadOnlyList<string> RedirectUris,
    string? IssuerUrl);
