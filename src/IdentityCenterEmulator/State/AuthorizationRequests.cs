using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using IdentityCenterEmulator.Oidc;

namespace IdentityCenterEmulator.State;

/// <summary>Requests that wait for a decision on the sign-in page, and the codes of those that were allowed.</summary>
internal sealed class AuthorizationRequests(TimeProvider clock)
{
    // RFC 6749, section 4.1.2: a code lives at most ten minutes.
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, AuthorizationRequest> _pending = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (AuthorizationRequest Request, DateTimeOffset ExpiresAt)> _codes = new(StringComparer.Ordinal);

    public string AddPending(AuthorizationRequest request)
    {
        var id = RandomText.Code();
        _pending[id] = request;
        return id;
    }

    public AuthorizationRequest? TakePending(string? id) => id is not null && _pending.TryRemove(id, out var request) ? request : null;

    public string IssueCode(AuthorizationRequest request)
    {
        var code = RandomText.Code();
        _codes[code] = (request, clock.GetUtcNow() + CodeLifetime);
        return code;
    }

    /// <summary>What CreateToken does with a code. A code is spent by the first attempt, also by a wrong one (RFC 6749, section 10.5).</summary>
    public void Redeem(ClientRegistration client, string code, string redirectUri, string codeVerifier)
    {
        if (!_codes.TryRemove(code, out var entry) || entry.Request.Client != client)
        {
            throw OidcError.InvalidGrant("The authorization code is invalid, used, or was issued to another client");
        }

        if (entry.ExpiresAt <= clock.GetUtcNow())
        {
            throw OidcError.ExpiredToken("The authorization code has expired");
        }

        if (!string.Equals(entry.Request.RedirectUri.OriginalString, redirectUri, StringComparison.Ordinal))
        {
            throw OidcError.InvalidGrant("The redirect URI is not the one of the authorization request");
        }

        // RFC 7636, section 4.6.
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(codeVerifier)));
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(challenge), Encoding.UTF8.GetBytes(entry.Request.CodeChallenge)))
        {
            throw OidcError.InvalidGrant("The code verifier does not match the code challenge");
        }
    }
}
