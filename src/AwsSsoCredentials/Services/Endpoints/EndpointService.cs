namespace AwsSsoCredentials.Services.Endpoints;

/// <summary>A service this add-in calls, with its names.</summary>
/// <param name="Id">The id in services sections and, in upper case, in variables.</param>
/// <param name="Host">The first labels of its host names.</param>
/// <param name="RegionSetting">The setting that says its region.</param>
internal sealed record EndpointService(string Id, string Host, string RegionSetting)
{
    /// <summary>Gets the portal.</summary>
    public static EndpointService Portal => new("sso", "portal.sso", "sso_region");

    /// <summary>Gets the OIDC service.</summary>
    public static EndpointService Oidc => new("sso_oidc", "oidc", "sso_region");

    /// <summary>Gets the security token service.</summary>
    public static EndpointService Sts => new("sts", "sts", "the profile's region");
}
