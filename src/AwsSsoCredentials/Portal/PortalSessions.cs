using AwsSsoCredentials.Profiles;
using AwsSsoCredentials.Services;
using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Tokens;

namespace AwsSsoCredentials.Portal;

/// <summary>
/// The portals of one call of a verb: what it asks of one session shares that session's token, and what goes to one endpoint of it shares connections
/// and pace, too, so that listing and fetching together stay below the portal's limit. Not for concurrent use.
/// </summary>
/// <param name="services">Opens the services.</param>
/// <param name="tokenOf">Makes the token of a session; the profile is the one whose endpoint settings count, and which messages name.</param>
/// <param name="pace">How fast to ask, and how often again; null for single requests.</param>
internal sealed class PortalSessions(ServiceClients services, Func<SsoSession, string?, SharedToken> tokenOf, PortalPace? pace) : IDisposable
{
    private readonly Dictionary<(string Session, ServiceConnection Connection), PortalSession> _portals = [];
    private readonly Dictionary<(string Session, string Region), SharedToken> _tokens = [];

    /// <summary>The portal of a session; nothing is opened before its first request.</summary>
    /// <param name="session">The session.</param>
    /// <param name="profile">The profile whose endpoint settings count, or null for those of the environment alone.</param>
    /// <exception cref="SsoConfigurationException">An endpoint setting cannot be used.</exception>
    public PortalSession Of(SsoSession session, string? profile)
    {
        ServiceConnection connection = services.PortalConnection(session, profile);
        if (!_portals.TryGetValue((session.Key, connection), out PortalSession? portal))
        {
            // By region, too: a token that is refused in a wrong one is none the less good in its own.
            if (!_tokens.TryGetValue((session.Key, session.Region), out SharedToken? token))
            {
                _tokens.Add((session.Key, session.Region), token = tokenOf(session, profile));
            }

            portal = new PortalSession(
                session, token, expected => services.OpenPortal(connection, pace?.Policy, pace?.NewPacer(expected)));
            _portals.Add((session.Key, connection), portal);
        }

        return portal;
    }

    public void Dispose()
    {
        foreach (PortalSession portal in _portals.Values)
        {
            portal.Dispose();
        }

        foreach (SharedToken token in _tokens.Values)
        {
            token.Dispose();
        }
    }
}
