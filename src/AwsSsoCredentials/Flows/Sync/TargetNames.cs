using System.Text.RegularExpressions;
using AwsSsoCredentials.Profiles;

namespace AwsSsoCredentials.Flows.Sync;

/// <summary>Names credentials profiles by a pattern such as <c>{profile}-keys</c>.</summary>
internal sealed partial class TargetNames
{
    private const string Setting = "SyncCredentialsProfilesSettings.TargetName";
    private const string Known = "{profile}, {account}, {accountName}, {role} and {session}";

    private readonly string? _pattern;

    /// <summary>Takes a pattern.</summary>
    /// <param name="pattern">The pattern; null for the profile's own name, or account and role where there is none.</param>
    /// <exception cref="SsoConfigurationException">It is blank, or names something unknown.</exception>
    public TargetNames(string? pattern)
    {
        _pattern = pattern;
        if (pattern is null)
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(pattern))
        {
            throw new SsoConfigurationException($"{Setting} is blank: use {Known}, or leave it out.");
        }

        string rest = Placeholder().Replace(pattern, "");
        if (rest.AsSpan().ContainsAny('{', '}'))
        {
            throw new SsoConfigurationException($"{Setting} is '{pattern}', which names something unknown in braces: {Known} are known.");
        }
    }

    /// <summary>Names the credentials profile of an item.</summary>
    /// <param name="item">The item, with its profile.</param>
    /// <exception cref="SsoConfigurationException">The pattern asks for what is not known of it.</exception>
    public string Of(SyncItem item)
    {
        SsoProfile profile = item.Profile!;
        string name = profile.IsConfigured ? profile.Name : $"{profile.AccountId}-{Plain(profile.RoleName, isFirst: false)}";
        return _pattern is null ? name : Placeholder().Replace(_pattern, match => match.ValueSpan switch
        {
            "{account}" => profile.AccountId,
            "{role}" => Plain(profile.RoleName, match.Index == 0),
            "{session}" => Plain(profile.Session.Key, match.Index == 0),
            "{accountName}" => item.AccountName is { } account
                ? Plain(account, match.Index == 0)
                : throw new SsoConfigurationException(
                    $"{Setting} asks for {{accountName}}, which is known only of roles that were found by a filter and not of {profile.Subject}: use {{account}}."),
            _ => name,
        });
    }

    /// <summary>Whether the name of an item is made of what the portal says: whoever may rename an account, or name a permission set, then chooses it.</summary>
    /// <param name="item">The item.</param>
    public bool IsOfPortal(SyncItem item) =>
        _pattern?.Contains("{accountName}", StringComparison.Ordinal) == true
        || (item.IsFound && (_pattern is null || Placeholder().Matches(_pattern).Any(match => match.ValueSpan is not "{session}")));

    // Names of accounts and roles may have characters that a client or a command line does not take in a profile's name. Letters of any script
    // stay: two names that differ in nothing else must not become one. A name that began with a hyphen would be an option to every command.
    private static string Plain(string text, bool isFirst)
    {
        string plain = Odd().Replace(text, "-");
        int start = 0;
        while (isFirst && start < plain.Length && !char.IsLetterOrDigit(plain, start))
        {
            start++;
        }

        return start < plain.Length
            ? plain[start..]
            : throw new SsoConfigurationException($"{Setting} makes no name of '{text}', which has neither letter nor digit: put {{account}} first.");
    }

    [GeneratedRegex(@"\{(profile|account|accountName|role|session)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"[^\p{L}\p{M}\p{Nd}_./%@:+-]")]
    private static partial Regex Odd();
}
