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
    /// <param name="minimumLifetime">How long they must still live.</param>
    /// <param name="now">The time.</param>
    /// <param name="log">Hears of an end that cannot be true.</param>
    /// <returns>Null when new keys are needed.</returns>
    public static SsoCredentials? Find(
        StoredCredentials? stored, SsoProfile profile, TimeSpan minimumLifetime, DateTimeOffset now, ISsoLog log) =>
        stored?.ToSsoCredentials(profile.Name, profile.Region) is { } keys
        && keys.AccountId == profile.AccountId
        && keys.RoleName == profile.RoleName
        && keys.Session == profile.Session.Key
        && keys.Expiration > now + minimumLifetime
        && !CredentialsLifetime.IsBeyondBelief(keys, $"The credentials in [{stored.Profile}]", now, log)
            ? keys
            : null;
}
