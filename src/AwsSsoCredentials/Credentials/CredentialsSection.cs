using System.Globalization;
using AwsSsoCredentials.Ini;

namespace AwsSsoCredentials.Credentials;

/// <summary>Reads what a section of the credentials file says, and says what is to be written there.</summary>
internal static class CredentialsSection
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>Reads a profile.</summary>
    /// <param name="document">The file.</param>
    /// <param name="profile">The name of the section.</param>
    /// <returns>Null when there is no such section.</returns>
    internal static StoredCredentials? Read(IniDocument document, string profile)
    {
        List<IniSection> sections = [.. document.Sections().Where(section => section.Name == profile)];
        return sections.Count == 0 ? null : Read(profile, [.. sections.SelectMany(section => section.Lines)], sections.Count > 1);
    }

    /// <summary>Reads many profiles in one pass.</summary>
    /// <param name="document">The file.</param>
    /// <param name="profiles">The names of the sections.</param>
    /// <returns>Those that are there, by name.</returns>
    internal static Dictionary<string, StoredCredentials> ReadMany(IniDocument document, HashSet<string> profiles)
    {
        var lines = new Dictionary<string, List<IniLine>>(StringComparer.Ordinal);
        var repeated = new HashSet<string>(StringComparer.Ordinal);
        foreach (IniSection section in document.Sections().Where(section => profiles.Contains(section.Name)))
        {
            if (!lines.TryGetValue(section.Name, out List<IniLine>? list))
            {
                lines.Add(section.Name, list = []);
            }
            else
            {
                repeated.Add(section.Name);
            }

            list.AddRange(section.Lines);
        }

        var stored = new Dictionary<string, StoredCredentials>(StringComparer.Ordinal);
        foreach ((string profile, List<IniLine> list) in lines)
        {
            stored.Add(profile, Read(profile, list, repeated.Contains(profile)));
        }

        return stored;
    }

    /// <summary>Gets what is to be written, in order.</summary>
    /// <param name="credentials">The keys.</param>
    /// <param name="region">The region to write beside them; null for none.</param>
    /// <returns>Keys and values.</returns>
    internal static List<KeyValuePair<string, string>> ToProperties(SsoCredentials credentials, string? region)
    {
        var properties = new List<KeyValuePair<string, string>>
        {
            new(CredentialsKeys.AccessKeyId, credentials.AccessKeyId),
            new(CredentialsKeys.SecretAccessKey, credentials.SecretAccessKey),
            new(CredentialsKeys.SessionToken, credentials.SessionToken),
        };
        Add(CredentialsKeys.Region, region);
        properties.AddRange(
        [
            new(CredentialsKeys.Expiration, credentials.Expiration.ToString(TimeFormat, CultureInfo.InvariantCulture)),
            new(CredentialsKeys.AccountId, credentials.AccountId),
            new(CredentialsKeys.RoleName, credentials.RoleName),
        ]);
        Add(CredentialsKeys.Session, credentials.Session);
        Add(CredentialsKeys.MarkedRegion, region);
        Add(CredentialsKeys.MarkedAccessKeyId, credentials.AccessKeyId);
        Add(CredentialsKeys.Digest, CredentialsDigest.Of(properties));
        return properties;

        void Add(string key, string? value)
        {
            if (value is not null)
            {
                properties.Add(new(key, value));
            }
        }
    }

    /// <summary>Gets the keys that must not stay beside these credentials.</summary>
    internal static IEnumerable<string> Stale(SsoCredentials credentials) =>
        credentials.Session is null ? CredentialsKeys.Stale.Append(CredentialsKeys.Session) : CredentialsKeys.Stale;

    /// <summary>Gets the keys that are ours to remove: all that we write, but not a region of somebody else.</summary>
    /// <param name="stored">What stands in the section.</param>
    internal static IReadOnlyList<string> Removable(StoredCredentials stored) =>
        [.. CredentialsKeys.Written.Where(key => key != CredentialsKeys.Region || !stored.HasOwnRegion)];

    private static StoredCredentials Read(string profile, List<IniLine> lines, bool isRepeated)
    {
        // The last of a repeated key counts, as in the cross-SDK specification; but long-lived keys count wherever they stand.
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        bool endless = false;
        foreach (IniLine line in lines)
        {
            if (IniKeys.Property(line) is not var (key, value) || value.Length == 0)
            {
                continue;
            }

            values[key] = value;
            endless |= key.Equals(CredentialsKeys.AccessKeyId, StringComparison.OrdinalIgnoreCase)
                && value.StartsWith("AKIA", StringComparison.Ordinal);
        }

        string? accessKeyId = values.GetValueOrDefault(CredentialsKeys.AccessKeyId);
        string? secretAccessKey = values.GetValueOrDefault(CredentialsKeys.SecretAccessKey);
        string? sessionToken = values.GetValueOrDefault(CredentialsKeys.SessionToken);
        bool hasToken = sessionToken is not null || values.ContainsKey(CredentialsKeys.SecurityToken);
        bool hasKeys = accessKeyId is not null || secretAccessKey is not null;
        CredentialsMark? mark = Mark(values, accessKeyId, !isRepeated && CredentialsDigest.Fits(lines));
        return new StoredCredentials(
            profile,
            accessKeyId,
            secretAccessKey,
            sessionToken,
            mark,
            endless || (hasKeys && !hasToken && mark is null),
            CredentialsRegion.IsOwn(lines, values.GetValueOrDefault(CredentialsKeys.MarkedRegion)));
    }

    private static CredentialsMark? Mark(Dictionary<string, string> values, string? accessKeyId, bool isIntact) =>
        accessKeyId is not null && values.GetValueOrDefault(CredentialsKeys.MarkedAccessKeyId) == accessKeyId
            ? new CredentialsMark(
                values.GetValueOrDefault(CredentialsKeys.AccountId),
                values.GetValueOrDefault(CredentialsKeys.RoleName),
                values.GetValueOrDefault(CredentialsKeys.Session),
                Time(values.GetValueOrDefault(CredentialsKeys.Expiration)),
                isIntact)
            : null;

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParseExact(text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : null;
}
