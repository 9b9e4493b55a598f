using AwsSsoCredentials.Credentials;
using AwsSsoCredentials.Profiles;

namespace AwsSsoCredentials.Flows;

/// <summary>Decides whether keys that stand in the credentials file are still the right ones.</summary>
internal static class ReusableCredentials
{
    /// <summary>
    /// Gives stored keys back when we wrote them for the very account, role and session of a profile, and they live long enough. Expiry
    /// alone is not enough: keys of another role under the same name would deploy to the wrong account.
    /// </summary>
    /// <param name="stored">What stands in the credentials file; null when nothing does.</param>
    /// <param name="profile">The profile that needs keys.</param>
    /// <param name="validUntil">The instant at which they must still be valid.</param>
    /// <returns>Null when new keys are needed.</returns>
    public static SsoCredentials? Find(StoredCredentials? stored, SsoProfile profile, DateTimeOffset validUntil) =>
        stored?.ToSsoCredentials(profile.Name, profile.Region) is { } keys
        && keys.AccountId == profile.AccountId
        && keys.RoleName == profile.RoleName
        && keys.Session == profile.Session.Key
        && keys.Expiration > validUntil
            ? keys
            : null;
}
