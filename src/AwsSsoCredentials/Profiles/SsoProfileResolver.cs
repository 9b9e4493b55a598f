using System.Globalization;
using AwsSsoCredentials.Config;

namespace AwsSsoCredentials.Profiles;

/// <summary>Turns names into complete, validated SSO profiles and sessions, or says what is wrong. Nothing here calls a service.</summary>
/// <remarks>
/// A key that stands both in the profile and in its session must have one value (botocore's rule): equal values are accepted,
/// different ones never silently resolved.
/// </remarks>
internal sealed class SsoProfileResolver
{
    private const int NamedLines = 5;

    private readonly SharedConfig _config;
    private readonly OncePerMessageLog _log;
    private readonly NotFoundMessages _notFound;
    private bool _hasWarnedOfSyntax;

    /// <summary>Makes the resolver.</summary>
    /// <param name="config">The merged files.</param>
    /// <param name="log">Hears of what was left out of the very profile or session that is asked for.</param>
    public SsoProfileResolver(SharedConfig config, ISsoLog log)
    {
        _config = config;
        _log = new OncePerMessageLog(log);
        _notFound = new NotFoundMessages(config);
    }

    /// <summary>Resolves a profile that role credentials are wanted for.</summary>
    /// <param name="name">The name of the profile.</param>
    /// <returns>The complete profile.</returns>
    /// <exception cref="SsoConfigurationException">There is none, or it is not a complete SSO profile.</exception>
    public SsoProfile GetSsoProfile(string name)
    {
        (SsoProfile profile, SsoSession session) = ResolveProfile(name);
        Warn(ConfigSectionKind.Profile, name);
        WarnOf(session);
        WarnOfSyntax();
        return profile;
    }

    /// <summary>Resolves an SSO session by its name.</summary>
    /// <param name="name">The name of the session.</param>
    /// <returns>The complete session.</returns>
    /// <exception cref="SsoConfigurationException">There is none, or it is incomplete.</exception>
    public SsoSession GetSsoSession(string name)
    {
        SsoSession session = _config.SsoSessions.TryGetValue(name, out ConfigSection? section)
            ? ResolveSession(null, section)
            : throw new SsoConfigurationException(_notFound.Session(name, null));
        WarnOf(session);
        WarnOfSyntax();
        return session;
    }

    /// <summary>Resolves what a profile signs in to; account and role are not needed for that.</summary>
    /// <param name="name">The name of the profile.</param>
    /// <returns>The complete session.</returns>
    /// <exception cref="SsoConfigurationException">There is no such profile, or it does not lead to a complete session.</exception>
    public SsoSession GetSsoSessionOfProfile(string name)
    {
        ConfigSection section = FindSsoSection(name);
        SsoSession session = ResolveSession(section, FindSessionSection(section));
        Warn(ConfigSectionKind.Profile, name);
        WarnOf(session);
        WarnOfSyntax();
        return session;
    }

    /// <summary>Lists every profile with an SSO key, broken ones included, and what was probably meant to be one.</summary>
    /// <returns>The profiles, in file order; then the sections that are ignored, with the reason as their problem.</returns>
    public IReadOnlyList<SsoProfileSummary> GetSsoProfiles()
    {
        WarnOfSyntax();
        return
        [
            .. _config.Profiles.Values.Where(section => SsoKeys.All.Any(section.Has)).Select(Summarize),
            .. _config.Issues.Where(issue => issue.HidesSsoProfile)
                .Select(issue => new SsoProfileSummary(issue.Subject, null, null, null, null, null, issue.Message)),
        ];
    }

    /// <summary>Finds a profile with an SSO key, be it complete or not.</summary>
    /// <param name="name">The name.</param>
    /// <returns>What it says; null when there is no such profile.</returns>
    public SsoProfileSummary? FindSsoProfile(string name)
    {
        WarnOfSyntax();
        return _config.Profiles.TryGetValue(name, out ConfigSection? section) && SsoKeys.All.Any(section.Has) ? Summarize(section) : null;
    }

    /// <summary>Finds the SSO profiles whose names match a pattern and that ask for role credentials.</summary>
    /// <param name="pattern">A name with wildcards (<see cref="NamePattern"/>).</param>
    /// <returns>The names, in file order; profiles with a session but neither account nor role are left out.</returns>
    public IReadOnlyList<string> FindSsoProfiles(string pattern)
    {
        WarnOfSyntax();
        foreach (ConfigIssue issue in _config.Issues.Where(issue => issue is { HidesSsoProfile: true, IsSyntax: false } && NamePattern.Matches(pattern, issue.Subject)))
        {
            _log.Warning(issue.Message);
        }

        return
        [
            .. from section in _config.Profiles.Values
               where NamePattern.Matches(pattern, section.Name)
               where SsoKeys.All.Any(section.Has)
               where !section.Has(SsoKeys.Session) || section.Has(SsoKeys.AccountId) || section.Has(SsoKeys.RoleName)
               select section.Name,
        ];
    }

    private SsoProfileSummary Summarize(ConfigSection section)
    {
        string? problem = null;
        try
        {
            ResolveProfile(section.Name);
        }
        catch (SsoConfigurationException error)
        {
            problem = error.Message; // the listing shows it beside the profile
        }

        string? sessionName = section.Find(SsoKeys.Session)?.Value;
        ConfigSection? session = sessionName is null ? null : _config.SsoSessions.GetValueOrDefault(sessionName);
        return new SsoProfileSummary(
            section.Name,
            Value(SsoKeys.AccountId),
            Value(SsoKeys.RoleName),
            section.Find("region")?.Value,
            sessionName,
            Value(SsoKeys.StartUrl),
            problem);

        string? Value(string key) => (section.Find(key) ?? session?.Find(key))?.Value;
    }

    private (SsoProfile Profile, SsoSession Session) ResolveProfile(string name)
    {
        ConfigSection section = FindSsoSection(name);
        ConfigSection? sessionSection = FindSessionSection(section);
        var keys = new SsoKeyReader(section, sessionSection);
        keys.RequireProfileKeys();
        SsoSession session = keys.ReadSession();
        return (new SsoProfile(name, keys.ReadAccountId(), keys.ReadRoleName(), keys.ReadProfileRegion(), session), session);
    }

    private static SsoSession ResolveSession(ConfigSection? profile, ConfigSection? session)
    {
        var keys = new SsoKeyReader(profile, session);
        keys.RequireSessionKeys();
        return keys.ReadSession();
    }

    private ConfigSection FindSsoSection(string name)
    {
        if (!_config.Profiles.TryGetValue(name, out ConfigSection? section))
        {
            throw new SsoConfigurationException(_notFound.Profile(name));
        }

        section.RequireReadable();
        if (RoleChain.IsAssumeRole(section))
        {
            var chain = RoleChain.Follow(_config, section);
            throw new SsoConfigurationException(chain.Refusal);
        }

        return SsoKeys.All.Any(section.Has) ? section : throw new SsoConfigurationException(NotAnSsoProfile.Explain(section));
    }

    private ConfigSection? FindSessionSection(ConfigSection profile)
    {
        if (profile.Find(SsoKeys.Session) is not { } named)
        {
            return null;
        }

        return _config.SsoSessions.GetValueOrDefault(named.Value)
            ?? throw new SsoConfigurationException(_notFound.Session(named.Value, named));
    }

    private void WarnOf(SsoSession session)
    {
        if (session.Name is { } name)
        {
            Warn(ConfigSectionKind.SsoSession, name);
        }

        string host = StartUrls.HostOf(session.StartUrl)!; // checked when the session was read
        if (!StartUrls.IsAwsOwned(host))
        {
            _log.Warning(
                $"The start URL {session.StartUrl} is not on a host of AWS: " +
                $"check {SsoKeys.StartUrl} unless {host} is your own organization's.");
        }
    }

    private void Warn(ConfigSectionKind kind, string name)
    {
        foreach (ConfigIssue issue in _config.Issues.Where(issue => !issue.IsSyntax && issue.Concerns(kind, name)))
        {
            _log.Warning(issue.Message);
        }

        ConfigSection? section = (kind == ConfigSectionKind.Profile ? _config.Profiles : _config.SsoSessions).GetValueOrDefault(name);
        foreach (ConfigConflict conflict in section?.Conflicts ?? [])
        {
            // No values: of other tools' settings we do not know which are secrets.
            _log.Warning(FormattableString.Invariant(
                $"{conflict.First.Name} has one value in {conflict.First.Place} and another in line {conflict.Second.Line}: delete one of the two lines."));
        }
    }

    // The AWS CLI would have stopped at the first of them. Each that may hide a profile is told in full, the others of a file in one line.
    private void WarnOfSyntax()
    {
        if (_hasWarnedOfSyntax)
        {
            return;
        }

        _hasWarnedOfSyntax = true;
        foreach (IGrouping<string, ConfigIssue> file in _config.Issues.Where(issue => issue.IsSyntax).GroupBy(issue => issue.Path, StringComparer.Ordinal))
        {
            List<ConfigIssue> issues = [.. file.OrderBy(issue => !issue.HidesSsoProfile).ThenBy(issue => issue.Line)];
            int told = Math.Max(1, issues.FindLastIndex(issue => issue.HidesSsoProfile) + 1);
            List<ConfigIssue> others = issues[told..];
            string lines = string.Join(", ", others.Take(NamedLines).Select(issue => issue.Line.ToString(CultureInfo.InvariantCulture)));
            string rest = others.Count == 0 ? "" : FormattableString.Invariant(
                $" Likewise {others.Count} other line{(others.Count == 1 ? "" : "s")} of it: {lines}{(others.Count > NamedLines ? " …" : "")}.");
            for (int i = 0; i < told; i++)
            {
                _log.Warning($"{issues[i].Message} It is ignored here; the AWS CLI and boto3 refuse the whole file because of it.{(i == told - 1 ? rest : "")}");
            }
        }
    }
}
