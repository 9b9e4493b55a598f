using AwsSsoCredentials.Config;

namespace AwsSsoCredentials.Profiles;

/// <summary>Reads and validates the <c>sso_*</c> keys of a profile, of its session section, or of both together.</summary>
internal sealed class SsoKeyReader
{
    private readonly ConfigSection? _profile;
    private readonly ConfigSection? _session;

    /// <summary>Makes the reader; at least one of the two is given.</summary>
    /// <param name="profile">The section of the profile, or null where a session is meant by itself.</param>
    /// <param name="session">The section of the session, or null for a legacy profile.</param>
    /// <exception cref="SsoConfigurationException">The two contradict each other, or one of them itself, or a line of them is no setting.</exception>
    public SsoKeyReader(ConfigSection? profile, ConfigSection? session)
    {
        _profile = profile;
        _session = session;
        foreach (ConfigSection? section in (ConfigSection?[])[session, profile])
        {
            section?.RequireReadable();
            RefuseConflicts(section);
        }

        foreach (string key in SsoKeys.All)
        {
            if (profile?.Find(key) is { } mine && session?.Find(key) is { } its && mine.Value != its.Value)
            {
                throw Contradiction(mine, its);
            }
        }
    }

    /// <summary>Sees that everything is there that role credentials need.</summary>
    /// <exception cref="SsoConfigurationException">A key is missing or empty.</exception>
    public void RequireProfileKeys()
    {
        if (_session is not null && Find(SsoKeys.AccountId) is null && Find(SsoKeys.RoleName) is null)
        {
            throw new SsoConfigurationException(
                $"Profile '{OneLine.Of(_profile!.Name)}' names an SSO session but no account and role, " +
                $"which gives a token and no credentials: add {SsoKeys.AccountId} and {SsoKeys.RoleName} to {_profile.Place}.");
        }

        Require(SsoKeys.StartUrl, SsoKeys.Region, SsoKeys.AccountId, SsoKeys.RoleName);
    }

    /// <summary>Sees that everything is there that a sign-in needs.</summary>
    /// <exception cref="SsoConfigurationException">A key is missing or empty.</exception>
    public void RequireSessionKeys() => Require(SsoKeys.StartUrl, SsoKeys.Region);

    /// <summary>Reads the session.</summary>
    /// <returns>The session.</returns>
    /// <exception cref="SsoConfigurationException">A value cannot be used.</exception>
    public SsoSession ReadSession()
    {
        string startUrl = Read(SsoKeys.StartUrl, SsoValues.IsStartUrl, SsoValues.ExpectedStartUrl);
        string region = Region(Find(SsoKeys.Region)!);
        string? scopes = (_session ?? _profile)!.Find(SsoKeys.Scopes) is { } property
            ? Checked(property, _ => true, "scopes separated by commas")
            : null;
        return new SsoSession(_session?.Name, startUrl, region, RegistrationScopes.Parse(scopes));
    }

    /// <summary>Reads the account.</summary>
    /// <returns>12 digits; leading zeros count.</returns>
    /// <exception cref="SsoConfigurationException">The value cannot be used.</exception>
    public string ReadAccountId() => Read(SsoKeys.AccountId, SsoValues.IsAccountId, SsoValues.ExpectedAccountId);

    /// <summary>Reads the role.</summary>
    /// <returns>The name of the role, i.e. of the permission set.</returns>
    /// <exception cref="SsoConfigurationException">The value cannot be used.</exception>
    public string ReadRoleName() => Read(SsoKeys.RoleName, SsoValues.IsRoleName, SsoValues.ExpectedRoleName);

    /// <summary>Reads the profile's own region, which has nothing to do with the session's.</summary>
    /// <returns>The region, or null.</returns>
    /// <exception cref="SsoConfigurationException">The value cannot be used.</exception>
    public string? ReadProfileRegion() => _profile?.Find("region") is { } region ? Region(region) : null;

    private static string Region(ConfigProperty property) => SsoValues.Region(Checked(property, SsoValues.IsRegion, SsoValues.ExpectedRegion));

    // The later one would count, and hand out keys of another account than the first one says.
    private static void RefuseConflicts(ConfigSection? section)
    {
        if (section?.Conflicts.FirstOrDefault(conflict => SsoKeys.Knows(conflict.First.Name)) is { } conflict)
        {
            throw Contradiction(conflict.First, conflict.Second);
        }
    }

    private static SsoConfigurationException Contradiction(ConfigProperty one, ConfigProperty other) => new(
        $"{one.Name} is '{OneLine.Of(one.Value)}' in {one.Place}, but '{OneLine.Of(other.Value)}' in {other.Place}: " +
        "delete one of the two lines.");

    private static string Checked(ConfigProperty property, Func<string, bool> isValid, string expected)
    {
        if (property.Value.Contains('\n', StringComparison.Ordinal))
        {
            throw new SsoConfigurationException(
                $"{property.Name} in {property.Place}, runs over several lines: " +
                $"write {expected} on one line and do not indent the line after it.");
        }

        if (isValid(property.Value))
        {
            return property.Value;
        }

        string reason = Quotes.Around(property.Value) ? $"it must be {expected}, without quotes around it"
            : InvisibleCharacters.Name(property.Value) is { } name ? $"it contains {name}; remove that"
            : $"it must be {expected}";
        throw new SsoConfigurationException($"{property.Name} is '{OneLine.Of(property.Value)}' in {property.Place}: {reason}.");
    }

    private ConfigProperty? Find(string key) => _profile?.Find(key) ?? _session?.Find(key);

    private string Read(string key, Func<string, bool> isValid, string expected) => Checked(Find(key)!, isValid, expected);

    private void Require(params string[] keys)
    {
        var missingInProfile = new List<string>();
        var missingInSession = new List<string>();
        foreach (string key in keys)
        {
            if (Find(key) is null)
            {
                bool ofSession = _session is not null && (key is SsoKeys.StartUrl or SsoKeys.Region);
                (ofSession || _profile is null ? missingInSession : missingInProfile).Add(key);
            }
        }

        string[] additions = [.. Additions(missingInSession, _session), .. Additions(missingInProfile, _profile)];
        if (additions.Length > 0)
        {
            string subject = _profile is not null ? $"profile '{OneLine.Of(_profile.Name)}'" : $"session '{OneLine.Of(_session!.Name)}'";
            throw new SsoConfigurationException($"SSO {subject} is incomplete: add {string.Join(" and ", additions)}, or {Remedies.SetUp}.");
        }
    }

    private static IEnumerable<string> Additions(List<string> keys, ConfigSection? section) =>
        keys.Count == 0 ? [] : [$"{string.Join(", ", keys)} to {section!.Place}"];
}
