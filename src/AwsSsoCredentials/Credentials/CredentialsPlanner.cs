using AwsSsoCredentials.Ini;

namespace AwsSsoCredentials.Credentials;

/// <summary>Compares a profile before and after an edit, without showing secrets.</summary>
internal static class CredentialsPlanner
{
    private const string Hidden = "********";

    // All others, whoever's, are taken for secrets.
    private static readonly string[] Public =
    [
        CredentialsKeys.Region, CredentialsKeys.MarkedRegion, CredentialsKeys.Digest, CredentialsKeys.Expiration, CredentialsKeys.AccountId, CredentialsKeys.RoleName, CredentialsKeys.Session,
        .. CredentialsKeys.Stale.Where(key => key != CredentialsKeys.SecurityToken),
    ];

    /// <summary>Makes the plan.</summary>
    internal static CredentialsProfilePlan Compare(
        string path, string profile, IniDocument before, IniDocument after, IReadOnlyList<string> warnings)
    {
        Dictionary<string, string>? old = Values(before, profile);
        Dictionary<string, string> now = Values(after, profile) ?? [];
        var changes = new List<CredentialsProfileChange>();
        foreach (string key in CredentialsKeys.Written.Concat(CredentialsKeys.Stale))
        {
            string? oldValue = old?.GetValueOrDefault(key);
            string? newValue = now.GetValueOrDefault(key);
            if (oldValue != newValue)
            {
                changes.Add(new CredentialsProfileChange(key, Redact(key, oldValue), Redact(key, newValue)));
            }
        }

        return new CredentialsProfilePlan(path, profile, old is null, changes, warnings);
    }

    private static Dictionary<string, string>? Values(IniDocument document, string profile)
    {
        Dictionary<string, string>? values = null;
        foreach (IniSection section in document.Sections().Where(section => section.Name == profile))
        {
            values ??= new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (IniLine line in section.Lines)
            {
                if (IniKeys.Property(line) is var (key, value))
                {
                    values[key] = value;
                }
            }
        }

        return values;
    }

    // Of a key id the end is shown, by which people tell keys apart.
    private static string? Redact(string key, string? value) =>
        value is null || Public.Contains(key) ? value
        : key is CredentialsKeys.AccessKeyId or CredentialsKeys.MarkedAccessKeyId && value.Length >= 16 ? Hidden + value[^4..]
        : Hidden;
}
