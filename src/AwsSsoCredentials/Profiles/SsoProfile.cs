namespace AwsSsoCredentials.Profiles;

/// <summary>A complete, validated SSO profile.</summary>
/// <param name="Name">Its name.</param>
/// <param name="AccountId">The account: 12 digits.</param>
/// <param name="RoleName">The role.</param>
/// <param name="Region">The profile's own <c>region</c>, or null; unrelated to the region of the session.</param>
/// <param name="Session">The session whose token it uses.</param>
internal sealed record SsoProfile(string Name, string AccountId, string RoleName, string? Region, SsoSession Session)
{
    /// <summary>Gets whether it stands in the config file; else it was made of an <see cref="SsoRole"/>.</summary>
    public bool IsConfigured { get; init; } = true;

    /// <summary>Gets the name under which the config file and the commands of the AWS CLI know it; null where they do not.</summary>
    public string? ConfiguredName => IsConfigured ? Name : null;

    /// <summary>Gets what it is called in messages.</summary>
    public string Subject => IsConfigured ? $"profile '{Name}'" : $"role '{RoleName}' in account {AccountId}";
}
