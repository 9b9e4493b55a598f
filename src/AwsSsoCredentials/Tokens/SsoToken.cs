using System.Text.Json;
using AwsSsoCredentials.Tokens.Cache;

namespace AwsSsoCredentials.Tokens;

/// <summary>An SSO token as it stands in <c>~/.aws/sso/cache</c>. Immutable.</summary>
internal sealed record SsoToken
{
    /// <summary>Gets the start URL it was obtained for; null in files that do not say.</summary>
    public string? StartUrl { get; init; }

    /// <summary>Gets the region it was obtained in; null in files that do not say.</summary>
    public string? Region { get; init; }

    /// <summary>Gets the bearer token. A secret.</summary>
    public required string AccessToken { get; init; }

    /// <summary>Gets the instant from which the access token is refused.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Gets whether the file names no time zone for the expiry, so that UTC was assumed.</summary>
    public bool IsZoneAssumed { get; init; }

    /// <summary>Gets the id of the client registration it belongs to, or null.</summary>
    public string? ClientId { get; init; }

    /// <summary>Gets the secret of the client registration, or null. A secret.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>Gets the instant from which the client registration is refused, or null.</summary>
    public DateTimeOffset? RegistrationExpiresAt { get; init; }

    /// <summary>Gets what renews the access token, or null. A secret.</summary>
    public string? RefreshToken { get; init; }

    /// <summary>Gets the members of the file that are none of ours, in their order; they are written back.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonElement>> OtherMembers { get; init; } = [];

    /// <summary>Describes the token without any secret.</summary>
    public override string ToString() =>
        $"SSO token for {StartUrl ?? "an unnamed start URL"} until {CacheTime.Format(ExpiresAt)}"
        + (RefreshToken is null ? "" : ", refreshable");
}
