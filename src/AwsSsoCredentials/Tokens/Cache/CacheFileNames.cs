using System.Security.Cryptography;
using System.Text;

namespace AwsSsoCredentials.Tokens.Cache;

/// <summary>The names of the files that the AWS CLI and the SDKs share below <c>~/.aws</c>.</summary>
/// <remarks>
/// All are the lower-case hex SHA-1 of a key, plus <c>.json</c>. The keys are those of the AWS CLI 2 (<c>botocore/utils.py</c>,
/// <c>botocore/credentials.py</c>).
/// </remarks>
internal static class CacheFileNames
{
    /// <summary>The file of a token in <c>~/.aws/sso/cache</c>.</summary>
    /// <param name="sessionKey">The name of the SSO session, or the start URL of a legacy profile exactly as written.</param>
    public static string Token(string sessionKey) => Hash(sessionKey);

    /// <summary>The file of a client registration in <c>~/.aws/sso/cache</c>.</summary>
    public static string Registration(string startUrl, string region, IReadOnlyList<string> scopes, string? sessionName)
    {
        // json.dumps(…, sort_keys=True) with Python's default separators; no scopes and no session are null, not [].
        var key = new StringBuilder("{\"region\": ");
        PythonJson.AppendQuoted(key, region);
        key.Append(", \"scopes\": ");
        if (scopes.Count == 0)
        {
            key.Append("null");
        }
        else
        {
            key.Append('[').AppendJoin(", ", scopes.Select(PythonJson.Quote)).Append(']');
        }

        key.Append(", \"session_name\": ").Append(sessionName is null ? "null" : PythonJson.Quote(sessionName));
        key.Append(", \"startUrl\": ");
        PythonJson.AppendQuoted(key, startUrl);
        key.Append(", \"tool\": \"botocore\"}");
        return Hash(key.ToString());
    }

    /// <summary>The file of role credentials in the AWS CLI's <c>~/.aws/cli/cache</c>.</summary>
    public static string RoleCredentials(string accountId, string roleName, string startUrl, string? sessionName)
    {
        // The same JSON, but here with compact separators.
        var (name, value) = sessionName is null ? ("startUrl", startUrl) : ("sessionName", sessionName);
        return Hash(
            $"{{\"accountId\":{PythonJson.Quote(accountId)},\"roleName\":{PythonJson.Quote(roleName)},"
            + $"\"{name}\":{PythonJson.Quote(value)}}}");
    }

    private static string Hash(string key) => Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(key))) + ".json";
}
