using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using IdentityCenterEmulator.Oidc;

namespace IdentityCenterEmulator.State;

/// <summary>The registered clients.</summary>
internal sealed class ClientRegistrations(TimeProvider clock, EmulatorFaults settings)
{
    private readonly ConcurrentDictionary<string, ClientRegistration> _clients = new(StringComparer.Ordinal);

    public ClientRegistration Register(string name, IReadOnlyList<string> scopes, IReadOnlyList<string> grantTypes, IReadOnlyList<string> redirectUris, string? issuerUrl, TimeSpan? lifetime = null)
    {
        var now = clock.GetUtcNow();
        var client = new ClientRegistration
        {
            ClientId = RandomText.ClientId(),
            ClientSecret = RandomText.ClientSecret(),
            ClientName = name,
            IssuedAt = now,
            ExpiresAt = now + (lifetime ?? settings.ClientRegistrationLifetime),
            Scopes = scopes,
            GrantTypes = grantTypes,
            RedirectUris = redirectUris,
            IssuerUrl = issuerUrl,
        };
        _clients[client.ClientId] = client;
        return client;
    }

    /// <summary>The client of that id whose registration still lives, or null.</summary>
    public ClientRegistration? Find(string? clientId) =>
        clientId is not null && _clients.TryGetValue(clientId, out var client) && client.ExpiresAt > clock.GetUtcNow() ? client : null;

    public ClientRegistration Authenticate(string clientId, string clientSecret)
    {
        var client = Find(clientId);
        return client is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(client.ClientSecret), Encoding.UTF8.GetBytes(clientSecret))
            ? client
            : throw OidcError.InvalidClient("Client id or secret is invalid, or the registration has expired");
    }
}
