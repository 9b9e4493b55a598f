namespace AwsSsoCredentials;

/// <summary>
/// Role credentials: a time-bound key triple for one role in one account, as IAM Identity Center issues it. Immutable.
/// </summary>
/// <remarks>The constructor is public so that users can test their builds without AWS.</remarks>
public sealed class SsoCredentials
{
    /// <summary>Makes role credentials.</summary>
    /// <param name="profile">The SSO profile they were generated for.</param>
    /// <param name="accountId">The account: 12 digits, leading zeros count.</param>
    /// <param name="roleName">The role (the name of the permission set).</param>
    /// <param name="region">The region of the profile, or null.</param>
    /// <param name="accessKeyId">The access key id.</param>
    /// <param name="secretAccessKey">The secret access key.</param>
    /// <param name="sessionToken">The session token.</param>
    /// <param name="expiration">The instant from which the keys are refused.</param>
    /// <param name="session">The SSO session they came from: its name, else its start URL; or null when unknown.</param>
    /// <exception cref="ArgumentException">One of the mandatory texts is null or blank.</exception>
    public SsoCredentials(
        string profile,
        string accountId,
        string roleName,
        string? region,
        string accessKeyId,
        string secretAccessKey,
        string sessionToken,
        DateTimeOffset expiration,
        string? session = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(profile);
        ArgumentException.ThrowIfNullOrWhiteSpace(accountId);
        ArgumentException.ThrowIfNullOrWhiteSpace(roleName);
        ArgumentException.ThrowIfNullOrWhiteSpace(accessKeyId);
        ArgumentException.ThrowIfNullOrWhiteSpace(secretAccessKey);
        ArgumentException.ThrowIfNullOrWhiteSpace(sessionToken);
        Profile = profile;
        AccountId = accountId;
        RoleName = roleName;
        Region = region;
        AccessKeyId = accessKeyId;
        SecretAccessKey = secretAccessKey;
        SessionToken = sessionToken;
        Expiration = expiration.ToUniversalTime();
        Session = session;
    }

    /// <summary>Gets the SSO profile the credentials were generated for.</summary>
    public string Profile { get; }

    /// <summary>Gets the account: 12 digits, leading zeros count.</summary>
    public string AccountId { get; }

    /// <summary>Gets the role, that is the name of the permission set.</summary>
    public string RoleName { get; }

    /// <summary>Gets the region of the profile, or null when the profile names none.</summary>
    public string? Region { get; }

    /// <summary>Gets the access key id.</summary>
    public string AccessKeyId { get; }

    /// <summary>Gets the secret access key. A secret: never log it.</summary>
    public string SecretAccessKey { get; }

    /// <summary>Gets the session token. A secret: never log it.</summary>
    public string SessionToken { get; }

    /// <summary>Gets the instant, in UTC, from which the keys are refused.</summary>
    public DateTimeOffset Expiration { get; }

    /// <summary>Gets the SSO session the credentials came from: its name, else its start URL; null when unknown.</summary>
    public string? Session { get; }

    /// <summary>Describes the credentials without any secret.</summary>
    /// <returns>Account, role, profile and expiration.</returns>
    public override string ToString() =>
        OneLine.Of(FormattableString.Invariant($"{AccountId}/{RoleName} for profile {Profile}, valid until {Expiration:yyyy-MM-ddTHH:mm:ssZ}"));
}
