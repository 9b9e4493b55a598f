namespace AwsSsoCredentials;

/// <summary>An SSO profile of the config file, complete or not, as <c>GetSsoProfiles</c> lists it.</summary>
public sealed class SsoProfileSummary
{
    internal SsoProfileSummary(
        string name, string? accountId, string? roleName, string? region, string? session, string? startUrl, string? problem)
    {
        Name = name;
        AccountId = accountId;
        RoleName = roleName;
        Region = region;
        Session = session;
        StartUrl = startUrl;
        Problem = problem;
    }

    /// <summary>Gets its name.</summary>
    public string Name { get; }

    /// <summary>Gets the account as written; null when none is.</summary>
    public string? AccountId { get; }

    /// <summary>Gets the role as written; null when none is.</summary>
    public string? RoleName { get; }

    /// <summary>Gets the profile's own region; null when it names none.</summary>
    public string? Region { get; }

    /// <summary>Gets the SSO session it names; null for a legacy profile.</summary>
    public string? Session { get; }

    /// <summary>Gets the start URL, of the session where it names one; null when there is none.</summary>
    public string? StartUrl { get; }

    /// <summary>Gets why no credentials can be generated for it, in one line with the remedy; null when they can.</summary>
    public string? Problem { get; }

    /// <summary>Describes the profile.</summary>
    /// <returns>Name, account and role.</returns>
    public override string ToString() => OneLine.Of($"{Name}: {AccountId ?? "no account"}/{RoleName ?? "no role"}");
}
