using AwsSsoCredentials.Profiles;

namespace AwsSsoCredentials.Flows.Sync;

/// <summary>Finds out what a batch is made of. What is wrong with one item is noted on it and stops no other.</summary>
internal sealed class SyncPlanner(FlowRooms rooms)
{
    /// <summary>Refuses settings that cannot be meant.</summary>
    /// <exception cref="SsoConfigurationException">One is out of its range, or there is nothing to do.</exception>
    public static void Check(SyncCredentialsProfilesSettings settings)
    {
        const string Settings = nameof(SyncCredentialsProfilesSettings);
        CredentialsLifetime.Check(settings.MinimumLifetime, Settings);
        Require(settings.Profiles is not null && settings.Roles is not null, "Profiles and Roles must not be null.");
        Require(
            settings.Profiles!.Count > 0 || settings.Roles!.Count > 0 || settings.RoleFilter is not null,
            "names nothing to sync: put names or patterns into Profiles, \"*\" for all SSO profiles.");
        Require(!settings.Profiles.Any(string.IsNullOrWhiteSpace), "Profiles holds a blank name.");
        Require(!settings.Roles!.Any(role => role is null), "Roles holds a null.");
        Require(settings.RoleFilter is not { Accounts: null } and not { Roles: null }, "RoleFilter has null for Accounts or Roles: leave them empty for all.");
        Require(settings.Concurrency is >= 1 and <= 1000, "Concurrency must be 1 to 1000.");
        Require(settings.RequestsPerSecond is 0 or (>= 0.01 and <= 1_000_000), "RequestsPerSecond must be 0 (no limit), or 0.01 to 1,000,000.");
        Require(
            settings.Timeout > TimeSpan.Zero && settings.Timeout <= TimeSpan.FromDays(1), "Timeout must be more than nothing and at most a day.");

        static void Require(bool isMet, string problem)
        {
            if (!isMet)
            {
                throw new SsoConfigurationException(char.IsUpper(problem[0]) ? $"{Settings}.{problem}" : $"{Settings} {problem}");
            }
        }
    }

    /// <summary>Makes the items, in the order they were asked for: profiles, roles, roles that were found.</summary>
    /// <param name="settings">What is wanted.</param>
    /// <param name="found">The roles that were found by the filter of the settings.</param>
    /// <exception cref="SsoConfigurationException">The pattern of the names cannot be used.</exception>
    /// <exception cref="SsoFileException">A file cannot be read.</exception>
    public IReadOnlyList<SyncItem> Plan(SyncCredentialsProfilesSettings settings, IReadOnlyList<SsoRole> found)
    {
        var names = new TargetNames(settings.TargetName);
        List<SyncItem> items = [.. OfProfiles(settings.Profiles), .. settings.Roles.Select(role => OfRole(role, false)), .. found.Select(role => OfRole(role, true))];
        foreach (SyncItem item in items.Where(item => item.Profile is not null))
        {
            item.IsNamedByPortal = names.IsOfPortal(item);
            Try(item, () => item.Target = names.Of(item));
        }

        items = WithoutRepetitions(items);
        RefuseDefault(items);
        RefuseCollisions(items);
        return items;
    }

    private List<SyncItem> OfProfiles(IEnumerable<string> patterns)
    {
        var items = new List<SyncItem>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string pattern in patterns)
        {
            if (!NamePattern.HasWildcards(pattern))
            {
                Add(pattern);
                continue;
            }

            IReadOnlyList<string> names = rooms.Profiles.FindSsoProfiles(pattern);
            if (names.Count == 0)
            {
                items.Add(new SyncItem(pattern)
                {
                    Error = new SsoConfigurationException(
                        $"No SSO profile of {rooms.Locations.ConfigPath} matches '{pattern}': correct the pattern, or {Remedies.SetUp}."),
                });
            }

            foreach (string name in names)
            {
                Add(name);
            }
        }

        return items;

        void Add(string name)
        {
            if (seen.Add(name))
            {
                var item = new SyncItem(name);
                Try(item, () => item.Profile = rooms.Profiles.GetSsoProfile(name));
                items.Add(item);
            }
        }
    }

    private SyncItem OfRole(SsoRole role, bool isFound)
    {
        var item = new SyncItem($"{role.AccountId}-{role.RoleName}") { AccountName = role.AccountName, IsFound = isFound || role.AccountName is not null };
        Try(item, () => item.Profile = rooms.Roles.Resolve(role));
        return item;
    }

    // A role can be named and found, too.
    private static List<SyncItem> WithoutRepetitions(List<SyncItem> items)
    {
        var seen = new HashSet<(string, string, string, string?)>();
        return
        [
            .. items.Where(item => item.Profile is not { IsConfigured: false } role
                || seen.Add((role.AccountId, role.RoleName, role.Session.Key, item.Target))),
        ];
    }

    // Every client that is told no profile would act for the account that somebody called so.
    private static void RefuseDefault(List<SyncItem> items)
    {
        foreach (SyncItem item in items.Where(item => item is { IsNamedByPortal: true, Target: "default" }))
        {
            item.Error = new SsoConfigurationException(
                $"{item.Name} would be written to the credentials profile [default], by a name that is made of what the portal says: let TargetName hold more than that, for example {{accountName}}-{{role}}.");
        }
    }

    // Keys of one account under the name of another. A name that the build itself chose gives way to none of the portal's.
    private static void RefuseCollisions(List<SyncItem> items)
    {
        foreach (IGrouping<string?, SyncItem> group in items.Where(item => item.Target is not null).GroupBy(item => item.Target))
        {
            List<SyncItem> all = [.. group];
            if (all.Count < 2)
            {
                continue;
            }

            List<SyncItem> own = all.FindAll(item => !item.IsNamedByPortal);
            foreach (SyncItem item in own.Count == 1 ? all.Except(own) : all)
            {
                item.Error = new SsoConfigurationException(
                    $"{all[0].Name} and {(all.Count == 2 ? all[1].Name : FormattableString.Invariant($"{all.Count - 1} others"))} would {(all.Count == 2 ? "both" : "all")} be written to the credentials profile [{group.Key}]: let "
                    + "TargetName tell them apart, for example by {profile}.");
            }
        }
    }

    private static void Try(SyncItem item, Action step)
    {
        try
        {
            step();
        }
        catch (SsoConfigurationException error)
        {
            item.Error = error;
        }
    }
}
