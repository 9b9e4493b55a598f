using AwsSsoCredentials.Portal;
using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Services.Resilience;
using AwsSsoCredentials.Tokens;

namespace AwsSsoCredentials.Flows.Sync;

/// <summary>The portals of a batch: items of one session share its token, and those with one endpoint its connections and its pace, too.</summary>
internal sealed class SyncSessions : IDisposable
{
    // More than for a single request: the others of the batch would only meet the same crowd.
    private const int MaxThrottledAttempts = 20;

    private static readonly TimeSpan MaxPause = TimeSpan.FromSeconds(5);

    private readonly Dictionary<SyncItem, Lazy<PortalSession>> _portals = [];
    private readonly Dictionary<string, SharedToken> _tokens = new(StringComparer.Ordinal);

    /// <summary>Sorts the items; nothing is opened yet. What is wrong with the endpoint of one is noted on it.</summary>
    public SyncSessions(FlowRooms rooms, SyncCredentialsProfilesSettings settings, IReadOnlyList<SyncItem> items)
    {
        RetryPolicy policy = PolicyOf(rooms, settings);
        foreach (IGrouping<(string Session, ServiceConnection Connection), SyncItem> group in Sort(rooms, items))
        {
            // Roles that were found cost requests in the last second already.
            int? requests = settings.RoleFilter is null ? group.Count() : null;
            SharedToken token = Token(rooms, group.First());
            var portal = new Lazy<PortalSession>(() => rooms.OpenPortal(
                group.Key.Connection, token, new RequestPacer(rooms.Time, settings.RequestsPerSecond, requests) { Patience = settings.Timeout }, policy));
            foreach (SyncItem item in group)
            {
                _portals.Add(item, portal);
            }
        }
    }

    /// <summary>When and how often the requests of a batch are repeated.</summary>
    public static RetryPolicy PolicyOf(FlowRooms rooms, SyncCredentialsProfilesSettings settings) => new(rooms.Time, log: rooms.Log)
    {
        MaxThrottledAttempts = MaxThrottledAttempts,
        MaxPause = MaxPause,
        Deadline = settings.Timeout,
    };

    /// <summary>The portal of an item, opened when it is first asked for.</summary>
    /// <exception cref="SsoConfigurationException">It cannot be opened.</exception>
    public PortalSession Of(SyncItem item) => _portals[item].Value;

    public void Dispose()
    {
        foreach (Lazy<PortalSession> portal in _portals.Values.Distinct().Where(portal => portal.IsValueCreated))
        {
            portal.Value.Dispose();
        }

        foreach (SharedToken token in _tokens.Values)
        {
            token.Dispose();
        }
    }

    private static IEnumerable<IGrouping<(string Session, ServiceConnection Connection), SyncItem>> Sort(
        FlowRooms rooms, IReadOnlyList<SyncItem> items)
    {
        var sorted = new List<(SyncItem Item, (string, ServiceConnection) Key)>();
        foreach (SyncItem item in items)
        {
            try
            {
                ServiceConnection connection = rooms.PortalConnection(item.Profile!.Session, item.Profile.ConfiguredName);
                sorted.Add((item, (item.Profile.Session.Key, connection)));
            }
            catch (SsoConfigurationException error)
            {
                item.Error = error;
            }
        }

        return sorted.GroupBy(entry => entry.Key, entry => entry.Item);
    }

    private SharedToken Token(FlowRooms rooms, SyncItem item)
    {
        string key = item.Profile!.Session.Key;
        if (!_tokens.TryGetValue(key, out SharedToken? token))
        {
            _tokens.Add(key, token = rooms.SharedToken(item.Profile.Session, item.Profile.ConfiguredName));
        }

        return token;
    }
}
