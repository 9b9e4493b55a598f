namespace AwsSsoCredentials;

/// <summary>What <c>SyncCredentialsProfiles</c> did with one profile or role.</summary>
public sealed class CredentialsProfileSyncResult
{
    internal CredentialsProfileSyncResult(
        string profile,
        string? targetProfile,
        string? accountId,
        string? roleName,
        CredentialsProfileSyncStatus status,
        SsoCredentials? credentials,
        SsoException? error)
    {
        Profile = profile;
        TargetProfile = targetProfile;
        AccountId = accountId;
        RoleName = roleName;
        Status = status;
        Credentials = credentials;
        Error = error;
    }

    /// <summary>Gets the SSO profile (or the pattern that matched none); <c>ACCOUNT-ROLE</c> for a role without a profile.</summary>
    public string Profile { get; }

    /// <summary>Gets the credentials profile; null when it could not be told.</summary>
    public string? TargetProfile { get; }

    /// <summary>Gets the account; null when it could not be told.</summary>
    public string? AccountId { get; }

    /// <summary>Gets the role; null when it could not be told.</summary>
    public string? RoleName { get; }

    /// <summary>Gets what was done.</summary>
    public CredentialsProfileSyncStatus Status { get; }

    /// <summary>Gets the keys that now stand under <see cref="TargetProfile"/>; null when the profile failed or did not have its turn.</summary>
    public SsoCredentials? Credentials { get; }

    /// <summary>Gets the instant, in UTC, from which the keys are refused; null when there are none.</summary>
    public DateTimeOffset? Expiration => Credentials?.Expiration;

    /// <summary>Gets why the profile failed; null when it did not.</summary>
    public SsoException? Error { get; }

    /// <summary>Describes the result without any secret.</summary>
    /// <returns>Profile, target and status.</returns>
    public override string ToString() =>
        OneLine.Of($"{Profile} -> {TargetProfile ?? "?"}: {Status}{(Error is null ? null : $" ({Error.Message})")}");
}
