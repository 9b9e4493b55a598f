namespace AwsSsoCredentials.Profiles;

/// <summary>The keys of profiles and SSO sessions that this room understands.</summary>
internal static class SsoKeys
{
    public const string Session = "sso_session";
    public const string StartUrl = "sso_start_url";
    public const string Region = "sso_region";
    public const string AccountId = "sso_account_id";
    public const string RoleName = "sso_role_name";
    public const string Scopes = "sso_registration_scopes";

    /// <summary>Tells whether a key is one of these, in any case.</summary>
    /// <param name="key">A key as written.</param>
    /// <returns>True when it is.</returns>
    public static bool Knows(string key) =>
        key.Equals(Scopes, StringComparison.OrdinalIgnoreCase) || All.Contains(key, StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the keys any one of which makes a profile an SSO profile.</summary>
    public static IReadOnlyList<string> All => [Session, StartUrl, Region, AccountId, RoleName];
}
