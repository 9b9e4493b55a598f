namespace AwsSsoCredentials.Credentials;

/// <summary>The keys of a credentials profile, in the order in which they are written.</summary>
internal static class CredentialsKeys
{
    internal const string AccessKeyId = "aws_access_key_id";
    internal const string SecretAccessKey = "aws_secret_access_key";
    internal const string SessionToken = "aws_session_token";

    /// <summary>Read by every client; ours only while <see cref="MarkedRegion"/> says the same.</summary>
    internal const string Region = "region";

    /// <summary>RFC 3339; two SAML tools and starship read it, too.</summary>
    internal const string Expiration = "x_security_token_expires";

    internal const string AccountId = "x_sso_account_id";
    internal const string RoleName = "x_sso_role_name";
    internal const string Session = "x_sso_session";

    /// <summary>The region again, where we wrote it: while both are equal nobody has chosen another since.</summary>
    internal const string MarkedRegion = "x_sso_region";

    /// <summary>The key id again: while both are equal nobody has put other keys here since, and the section is ours.</summary>
    internal const string MarkedAccessKeyId = "x_sso_access_key_id";

    /// <summary>What the lines above add up to (<see cref="CredentialsDigest"/>): while it fits, the keys can be used again.</summary>
    internal const string Digest = "x_sso_digest";

    /// <summary>An old name of the session token. botocore reads it first, so a stale one would defeat the new.</summary>
    internal const string SecurityToken = "aws_security_token";

    /// <summary>
    /// What becomes wrong with new keys: the old token name, the account botocore builds endpoints of, expiry and role as other tools note them.
    /// </summary>
    internal static IReadOnlyList<string> Stale { get; } =
    [
        SecurityToken, "aws_account_id", "aws_session_expiration", "aws_expiration", "aws_credential_expiration", "expiration",
        "x_principal_arn", "aws_role_arn", "assumed_role", "assumed_role_arn",
    ];

    /// <summary>Whether a key that is not ours, and that we do not know, may tell of the keys beside it: it is left, and said to stay.</summary>
    /// <param name="key">A key as written.</param>
    internal static bool MayDescribeKeys(string key) =>
        !Written.Contains(key, StringComparer.OrdinalIgnoreCase)
        && !Stale.Contains(key, StringComparer.OrdinalIgnoreCase)
        && (key.StartsWith("x_", StringComparison.OrdinalIgnoreCase)
            || (key.EndsWith("_arn", StringComparison.OrdinalIgnoreCase) && !key.Equals("role_arn", StringComparison.OrdinalIgnoreCase))
            || key.Contains("expir", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a setting makes clients act for somebody without any keys beside it.</summary>
    /// <param name="key">A key as written.</param>
    internal static bool LeadsToKeys(string key) =>
        key.StartsWith("sso_", StringComparison.OrdinalIgnoreCase)
        || key.ToLowerInvariant() is "credential_process" or "role_arn" or "web_identity_token_file" or "login_session";

    /// <summary>All that we write, in order.</summary>
    internal static IReadOnlyList<string> Written { get; } =
        [AccessKeyId, SecretAccessKey, SessionToken, Region, Expiration, AccountId, RoleName, Session, MarkedRegion, MarkedAccessKeyId, Digest];
}
