using IdentityCenterEmulator.Oidc;

namespace IdentityCenterEmulator.State;

/// <summary>The sign-ins with their access and refresh tokens. One lock: a refresh token must be spent exactly once, however many ask at the same time.</summary>
internal sealed class Sessions(TimeProvider clock, EmulatorFaults settings)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (SignInSession Session, DateTimeOffset ExpiresAt)> _accessTokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SignInSession> _refreshTokens = new(StringComparer.Ordinal);

    public TokenSet Open(ClientRegistration client, bool refreshable, TimeSpan? lifetime = null)
    {
        var session = new SignInSession(client);
        lock (_lock)
        {
            return Issue(session, lifetime ?? settings.AccessTokenLifetime, refreshable ? AddRefreshToken(session) : null);
        }
    }

    public TokenSet Refresh(ClientRegistration client, string refreshToken)
    {
        lock (_lock)
        {
            if (!_refreshTokens.TryGetValue(refreshToken, out var session) || session.Ended || session.Client != client)
            {
                throw OidcError.InvalidGrant("The refresh token is invalid, used, revoked, or was issued to another client");
            }

            var mode = settings.RefreshTokenMode;
            if (mode == RefreshTokenMode.Rotate)
            {
                _refreshTokens.Remove(refreshToken);
            }

            var next = mode switch
            {
                RefreshTokenMode.Rotate => AddRefreshToken(session),
                RefreshTokenMode.Same => refreshToken,
                _ => null,
            };
            return Issue(session, settings.AccessTokenLifetime, next);
        }
    }

    public bool IsValid(string? accessToken)
    {
        lock (_lock)
        {
            return accessToken is not null && _accessTokens.TryGetValue(accessToken, out var entry) && !entry.Session.Ended && entry.ExpiresAt > clock.GetUtcNow();
        }
    }

    /// <summary>Logout: the whole sign-in ends, with every token of it.</summary>
    public void End(string accessToken)
    {
        lock (_lock)
        {
            if (_accessTokens.TryGetValue(accessToken, out var entry))
            {
                entry.Session.Ended = true;
            }
        }
    }

    public bool RevokeAccessToken(string accessToken)
    {
        lock (_lock)
        {
            return _accessTokens.Remove(accessToken);
        }
    }

    public bool RevokeRefreshToken(string refreshToken)
    {
        lock (_lock)
        {
            return _refreshTokens.Remove(refreshToken);
        }
    }

    private TokenSet Issue(SignInSession session, TimeSpan lifetime, string? refreshToken)
    {
        var tokens = new TokenSet(RandomText.AccessToken(), lifetime, clock.GetUtcNow() + lifetime, refreshToken);
        _accessTokens.Add(tokens.AccessToken, (session, tokens.ExpiresAt));
        return tokens;
    }

    private string AddRefreshToken(SignInSession session)
    {
        var refreshToken = RandomText.RefreshToken();
        _refreshTokens.Add(refreshToken, session);
        return refreshToken;
    }
}
