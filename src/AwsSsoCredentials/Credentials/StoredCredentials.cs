namespace AwsSsoCredentials.Credentials;

/// <summary>A credentials profile as it stands in the file.</summary>
internal sealed class StoredCredentials
{
    internal StoredCredentials(
        string profile,
        string? accessKeyId,
        string? secretAccessKey,
        string? sessionToken,
        CredentialsMark? mark,
        bool isLongLived,
        bool hasOwnRegion)
    {
        Profile = profile;
        AccessKeyId = accessKeyId;
        SecretAccessKey = secretAccessKey;
        SessionToken = sessionToken;
        Mark = mark;
        IsLongLived = isLongLived;
        HasOwnRegion = hasOwnRegion;
    }

    /// <summary>Gets the name of the section.</summary>
    public string Profile { get; }

    /// <summary>Gets the access key id; null when there is none.</summary>
    public string? AccessKeyId { get; }

    /// <summary>Gets the secret access key; null when there is none.</summary>
    public string? SecretAccessKey { get; }

    /// <summary>Gets the session token; null when there is none.</summary>
    public string? SessionToken { get; }

    /// <summary>Gets what we noted beside the keys; null when they are not ours.</summary>
    public CredentialsMark? Mark { get; }

    /// <summary>Gets whether there is any key at all; settings alone are none.</summary>
    public bool HasKeys => AccessKeyId is not null || SecretAccessKey is not null || SessionToken is not null;

    /// <summary>Gets whether this add-in wrote the keys that stand there, so that it may replace and remove them.</summary>
    public bool IsOurs => Mark is not null;

    /// <summary>Gets whether there are keys without an end: a key id that begins with <c>AKIA</c>, or one not of ours, nor of temporary keys
    /// (<c>ASIA</c>), and no session token.</summary>
    public bool IsLongLived { get; }

    /// <summary>Gets whether there is a region that this add-in did not write.</summary>
    public bool HasOwnRegion { get; }

    /// <summary>Gets whether a client that names the profile acts for somebody, by keys or by settings that lead to some.</summary>
    public bool ActsForSomebody => HasKeys || LeadsToKeys;

    /// <summary>Gets whether settings there lead to keys: <c>credential_process</c>, <c>role_arn</c> …</summary>
    public bool LeadsToKeys { get; init; }

    /// <summary>Gets what stood there that is no usable key, and so is replaced without being asked for; null when nothing does.</summary>
    public string? Remnant { get; init; }

    /// <summary>Gets the keys beside ours, unknown to us, that may tell of the keys that stand there.</summary>
    public IReadOnlyList<string> Descriptions { get; init; } = [];

    /// <summary>Gives the keys as credentials again, while they are as they were written.</summary>
    /// <param name="ssoProfile">The SSO profile they are for.</param>
    /// <param name="region">Its region.</param>
    /// <returns>The credentials; null when they are not ours, were changed, or something is missing or of a form that keys do not have.</returns>
    public SsoCredentials? ToSsoCredentials(string ssoProfile, string? region) =>
        Mark is { IsIntact: true, AccountId: { } account, RoleName: { } role, Expiration: { } expiration }
        && AccessKeyId is not null && SecretAccessKey is not null && SessionToken is not null
        && SecretText.IsUsable(AccessKeyId) && SecretText.IsUsable(SecretAccessKey) && SecretText.IsUsable(SessionToken)
            ? new SsoCredentials(ssoProfile, account, role, region, AccessKeyId, SecretAccessKey, SessionToken, expiration, Mark.Session)
            : null;

    /// <summary>Names no key.</summary>
    /// <returns>The profile, and whose it is.</returns>
    public override string ToString() => $"[{Profile}] {(IsOurs ? "ours" : IsLongLived ? "long-lived" : "foreign")}";
}
