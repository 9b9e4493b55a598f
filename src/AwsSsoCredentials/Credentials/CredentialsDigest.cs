using System.Text;
using AwsSsoCredentials.Ini;
using AwsSsoCredentials.Profiles;

namespace AwsSsoCredentials.Credentials;

/// <summary>Tells whether the lines that we wrote are still what every client takes for the keys.</summary>
/// <remarks>
/// The digest is the first half of the SHA-256, in lower-case hex, of the UTF-8 text <c>key=value</c> and a line feed for each of
/// <see cref="Covered"/> that is there, in that order. It is no protection against anybody: it notices an edit by hand or by another tool.
/// </remarks>
internal static class CredentialsDigest
{
    private const int Length = 16;
    private const string HexDigits = "0123456789abcdef";

    /// <summary>What beats static keys beside it in botocore, the SDKs for .NET, JavaScript or Go; the SSO keys do so, too.</summary>
    private static readonly string[] Winners = ["role_arn", "web_identity_token_file", .. SsoKeys.All];

    /// <summary>Gets the keys that the digest covers. The region is none of them: editing it costs nothing.</summary>
    private static IReadOnlyList<string> Covered { get; } =
    [
        CredentialsKeys.AccessKeyId, CredentialsKeys.SecretAccessKey, CredentialsKeys.SessionToken, CredentialsKeys.Expiration,
        CredentialsKeys.AccountId, CredentialsKeys.RoleName, CredentialsKeys.Session, CredentialsKeys.MarkedAccessKeyId,
    ];

    /// <summary>Makes the digest of what is written.</summary>
    /// <param name="properties">Keys and values.</param>
    internal static string Of(IEnumerable<KeyValuePair<string, string>> properties) => Of(properties.ToDictionary(StringComparer.Ordinal));

    /// <summary>Whether the digest in a section fits, no client reads the keys in another way, and nothing beside them wins over them.</summary>
    /// <param name="lines">The lines of the section.</param>
    internal static bool Fits(IEnumerable<IniLine> lines)
    {
        // As the strictest readers see them: in lower case, all of the line and nothing on the next, and no key twice.
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        bool isCovered = false;
        foreach (IniLine line in lines)
        {
            if (line.Kind == IniLineKind.Continuation && isCovered)
            {
                return false;
            }

            if (IniKeys.Property(line) is not var (key, _))
            {
                continue;
            }

            string name = key.ToLowerInvariant();
            isCovered = Covered.Contains(name);
            if ((isCovered && key != name) || !values.TryAdd(name, IniKeys.WholeValue(line)))
            {
                return false;
            }
        }

        string? securityToken = values.GetValueOrDefault(CredentialsKeys.SecurityToken);
        return values.GetValueOrDefault(CredentialsKeys.Digest) == Of(values)
            && (securityToken is null || securityToken == values.GetValueOrDefault(CredentialsKeys.SessionToken))
            && !Winners.Any(values.ContainsKey);
    }

    private static string Of(Dictionary<string, string> values)
    {
        var text = new StringBuilder();
        foreach (string key in Covered)
        {
            if (values.TryGetValue(key, out string? value))
            {
                text.Append(key).Append('=').Append(value).Append('\n');
            }
        }

        // Not Convert.ToHexString: its vectors are compiled anew in each process.
        var digest = new StringBuilder(2 * Length);
        foreach (byte b in PlainSha256.Hash(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, Length))
        {
            digest.Append(HexDigits[b >> 4]).Append(HexDigits[b & 0xF]);
        }

        return digest.ToString();
    }
}
