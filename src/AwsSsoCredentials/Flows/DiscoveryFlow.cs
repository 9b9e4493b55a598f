using AwsSsoCredentials.Portal;
using AwsSsoCredentials.Profiles;
using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Services.Resilience;

namespace AwsSsoCredentials.Flows;

/// <summary>GetSsoProfiles, GetSsoAccounts, GetSsoAccountRoles: what there is to generate credentials for.</summary>
internal sealed class DiscoveryFlow(FlowRooms rooms)
{
    /// <summary>Lists the SSO profiles of the config file, broken ones included.</summary>
    /// <exception cref="SsoException">A file cannot be read.</exception>
    public IReadOnlyList<SsoProfileSummary> GetProfiles() => rooms.Profiles.GetSsoProfiles();

    /// <summary>Lists the accounts of the person who is signed in to a profile's session.</summary>
    /// <param name="profileName">The SSO profile; null for the one of the environment.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="SsoException">In all its kinds.</exception>
    public async Task<IReadOnlyList<SsoAccount>> GetAccountsAsync(string? profileName, CancellationToken cancellationToken)
    {
        (string profile, SsoSession session) = SessionOf(profileName);
        using PortalSessions portals = Portals();
        return
        [
            .. (await portals.Of(session, profile).GetAccountsAsync(cancellationToken).ConfigureAwait(false))
                .Select(account => new SsoAccount(account.AccountId, account.AccountName, account.EmailAddress)),
        ];
    }

    /// <summary>Lists the roles that the person who is signed in to a profile's session has in an account.</summary>
    /// <param name="profileName">The SSO profile; null for the one of the environment.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="SsoException">In all its kinds.</exception>
    public async Task<IReadOnlyList<SsoRole>> GetRolesAsync(string? profileName, string accountId, CancellationToken cancellationToken)
    {
        if (!SsoValues.IsAccountId(accountId))
        {
            throw new SsoConfigurationException($"The account is '{accountId}': it must be {SsoValues.ExpectedAccountId}.");
        }

        (string profile, SsoSession session) = SessionOf(profileName);

        // A session of the config file is named; a legacy profile's is described.
        bool isNamed = session.Name is not null;
        using PortalSessions portals = Portals();
        return
        [
            .. (await portals.Of(session, profile).GetRolesAsync(accountId, cancellationToken).ConfigureAwait(false))
                .Select(role => new SsoRole
                {
                    AccountId = role.AccountId,
                    RoleName = role.RoleName,
                    Session = session.Name,
                    StartUrl = isNamed ? null : session.StartUrl,
                    SsoRegion = isNamed ? null : session.Region,
                }),
        ];
    }

    /// <summary>Lists the roles that a filter lets through, in the order in which the portal lists accounts and roles.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="SsoException">In all its kinds.</exception>
    public async Task<IReadOnlyList<SsoRole>> GetRolesAsync(SsoRoleFilter filter, CancellationToken cancellationToken)
    {
        using PortalSessions portals = Portals();
        return await GetRolesAsync(filter, portals, SyncCredentialsProfilesSettings.DefaultConcurrency, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lists the roles that a filter lets through, by portals that others use as well.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="portals">The portals.</param>
    /// <param name="concurrency">How many requests may be under way at the same time.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="SsoException">In all its kinds.</exception>
    public async Task<IReadOnlyList<SsoRole>> GetRolesAsync(
        SsoRoleFilter filter, PortalSessions portals, int concurrency, CancellationToken cancellationToken)
    {
        PortalSession portal = portals.Of(rooms.Roles.ResolveSession(filter), profile: null);
        List<PortalAccount> accounts =
        [
            .. (await portal.GetAccountsAsync(cancellationToken).ConfigureAwait(false))
                .Where(account => Passes(filter.Accounts, account.AccountId) || Passes(filter.Accounts, account.AccountName)),
        ];
        IReadOnlyList<IReadOnlyList<PortalRole>> roles = await portal
            .GetRolesAsync([.. accounts.Select(account => account.AccountId)], concurrency, cancellationToken).ConfigureAwait(false);
        return
        [
            .. accounts.Zip(roles, (account, its) => its.Where(role => Passes(filter.Roles, role.RoleName)).Select(role => new SsoRole
            {
                AccountId = role.AccountId,
                RoleName = role.RoleName,
                Session = filter.Session,
                StartUrl = filter.StartUrl,
                SsoRegion = filter.SsoRegion,
                Region = filter.Region,
                AccountName = account.AccountName,
            })).SelectMany(its => its),
        ];
    }

    private static bool Passes(IList<string> patterns, string? name) =>
        patterns.Count == 0 || (name is not null && patterns.Any(pattern => NamePattern.Matches(pattern, name)));

    private (string Profile, SsoSession Session) SessionOf(string? profileName) =>
        rooms.OfProfile(profileName, (profiles, name) => (name, profiles.GetSsoSessionOfProfile(name)));

    private PortalSessions Portals() => rooms.Portals(
        new PortalPace(rooms.Time, SyncCredentialsProfilesSettings.DefaultRequestsPerSecond, new RetryPolicy(rooms.Time, log: rooms.Log)));
}
