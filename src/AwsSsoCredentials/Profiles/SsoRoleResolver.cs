namespace AwsSsoCredentials.Profiles;

/// <summary>Turns roles that a build names in code into what role credentials are generated from.</summary>
/// <param name="profiles">Knows the sessions of the config file; asked only for those that are named without a start URL.</param>
internal sealed class SsoRoleResolver(Func<SsoProfileResolver> profiles)
{
    /// <summary>Resolves a role.</summary>
    /// <param name="role">The role.</param>
    /// <returns>A complete profile, which no file holds.</returns>
    /// <exception cref="SsoConfigurationException">Something is missing or cannot be used.</exception>
    public SsoProfile Resolve(SsoRole role)
    {
        string accountId = Checked(role.AccountId, SsoValues.IsAccountId, SsoValues.ExpectedAccountId, "SsoRole.AccountId");
        string roleName = Checked(role.RoleName, SsoValues.IsRoleName, SsoValues.ExpectedRoleName, "SsoRole.RoleName");
        string? region = role.Region is null
            ? null
            : SsoValues.Region(Checked(role.Region, SsoValues.IsRegion, SsoValues.ExpectedRegion, "SsoRole.Region"));
        return new SsoProfile(
            $"{accountId}-{roleName}", accountId, roleName, region, ResolveSession("SsoRole", role.Session, role.StartUrl, role.SsoRegion))
        {
            IsConfigured = false,
        };
    }

    /// <summary>Resolves the session that a filter looks for roles in.</summary>
    /// <param name="filter">The filter.</param>
    /// <returns>The session.</returns>
    /// <exception cref="SsoConfigurationException">Something is missing or cannot be used.</exception>
    public SsoSession ResolveSession(SsoRoleFilter filter) =>
        ResolveSession("SsoRoleFilter", filter.Session, filter.StartUrl, filter.SsoRegion);

    private SsoSession ResolveSession(string owner, string? session, string? startUrl, string? region)
    {
        if (session is not null && string.IsNullOrWhiteSpace(session))
        {
            throw new SsoConfigurationException($"{owner}.Session is blank: name an SSO session, or leave it out.");
        }

        if (startUrl is not null)
        {
            return new SsoSession(
                session,
                Checked(startUrl, SsoValues.IsStartUrl, SsoValues.ExpectedStartUrl, $"{owner}.StartUrl"),
                SsoValues.Region(Checked(region, SsoValues.IsRegion, SsoValues.ExpectedRegion, $"{owner}.SsoRegion")),
                []);
        }

        if (region is not null)
        {
            throw new SsoConfigurationException($"{owner} has an SsoRegion but no StartUrl: set both, or neither and the Session of ~/.aws/config.");
        }

        return session is not null
            ? profiles().GetSsoSession(session)
            : throw new SsoConfigurationException(
                $"{owner} names no SSO session: set Session to one of ~/.aws/config, or set StartUrl and SsoRegion.");
    }

    private static string Checked(string? value, Func<string, bool> isValid, string expected, string name) =>
        value is null ? throw new SsoConfigurationException($"{name} is missing: it must be {expected}.")
        : isValid(value) ? value
        : throw new SsoConfigurationException($"{name} is '{OneLine.Of(value)}': it must be {expected}.");
}
