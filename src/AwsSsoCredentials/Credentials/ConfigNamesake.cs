namespace AwsSsoCredentials.Credentials;

/// <summary>What stands in the config file under the name of a credentials profile, as far as it matters to the keys there.</summary>
/// <param name="SsoProfile">The SSO profile of that name, be it complete or not; null when there is none.</param>
/// <param name="HasRegion">Whether a region stands there, which a region beside the keys would overrule.</param>
internal sealed record ConfigNamesake(SsoProfileSummary? SsoProfile, bool HasRegion)
{
    /// <summary>Gets what is known where no section has that name.</summary>
    public static ConfigNamesake None { get; } = new(null, false);

    /// <summary>Whether clients that prefer the SSO settings act for another account or role than those that prefer the keys.</summary>
    /// <param name="credentials">The keys.</param>
    public bool Contradicts(SsoCredentials credentials) =>
        SsoProfile is { AccountId: { } account, RoleName: { } role } && (account, role) != (credentials.AccountId, credentials.RoleName);
}
