using AwsSsoCredentials.Ini;

namespace AwsSsoCredentials.Credentials;

/// <summary>Reads what a section of the credentials file says, and says what is to be written there.</summary>
internal static class CredentialsSection
{
    private static readonly string[] Placeholders = ["None", "null", "undefined", "nil", "<nil>"];

    private static readonly string[] Keys =
        [CredentialsKeys.AccessKeyId, CredentialsKeys.SecretAccessKey, CredentialsKeys.SessionToken, CredentialsKeys.SecurityToken];

    /// <summary>Reads a profile.</summary>
    /// <param name="document">The file.</param>
    /// <param name="profile">The name of the section.</param>
    /// <returns>Null when there is no such section.</returns>
    internal static StoredCredentials? Read(IniDocument document, string profile)
    {
        return ReadMany(document, [profile]).GetValueOrDefault(profile);
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
            new(CredentialsKeys.Expiration, Rfc3339.Format(credentials.Expiration)),
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
        List<string>? descriptions = null;
        bool endless = false;
        string? remnant = null;
        foreach (IniLine line in lines)
        {
            if (IniKeys.Property(line) is not var (key, value) || value.Length == 0)
            {
                continue;
            }

            bool isKey = Array.Exists(Keys, name => name.Equals(key, StringComparison.OrdinalIgnoreCase));
            if (isKey && IsPlaceholder(value))
            {
                remnant = $"the word {value} in the place of a key";
                continue;
            }

            if (!isKey && CredentialsKeys.MayDescribeKeys(key))
            {
                (descriptions ??= []).Add(key);
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
        bool isTemporary = accessKeyId?.StartsWith("ASIA", StringComparison.Ordinal) == true;
        if (isTemporary && !hasToken && mark is null)
        {
            remnant ??= "a temporary key id (ASIA…) without its session token, which no service accepts";
        }

        return new StoredCredentials(
            profile,
            accessKeyId,
            secretAccessKey,
            sessionToken,
            mark,
            endless || (hasKeys && !hasToken && !isTemporary && mark is null),
            CredentialsRegion.IsOwn(lines, values.GetValueOrDefault(CredentialsKeys.MarkedRegion)))
        {
            Remnant = remnant,
            Descriptions = descriptions ?? [],
            LeadsToKeys = values.Keys.Any(CredentialsKeys.LeadsToKeys),
        };
    }

    // What Python, JavaScript, Go and shell scripts write where they had no value.
    private static bool IsPlaceholder(string value) => Array.Exists(Placeholders, word => word.Equals(value, StringComparison.OrdinalIgnoreCase));

    private static CredentialsMark? Mark(Dictionary<string, string> values, string? accessKeyId, bool isIntact) =>
        accessKeyId is not null && values.GetValueOrDefault(CredentialsKeys.MarkedAccessKeyId) == accessKeyId
            ? new CredentialsMark(
                values.GetValueOrDefault(CredentialsKeys.AccountId),
                values.GetValueOrDefault(CredentialsKeys.RoleName),
                values.GetValueOrDefault(CredentialsKeys.Session),
                Time(values.GetValueOrDefault(CredentialsKeys.Expiration)),
                isIntact)
            : null;

    // Whoever wrote it without a zone may have meant another than UTC.
    private static DateTimeOffset? Time(string? text) =>
        Rfc3339.TryParse(text, out DateTimeOffset time, out bool zoneMissing) && !zoneMissing ? time : null;
}
