namespace AwsSsoCredentials.Services.Endpoints;

/// <summary>A service this add-in calls, with its names.</summary>
/// <param name="Id">The id in services sections and, in upper case, in variables.</param>
/// <param name="Host">The first labels of its host names.</param>
internal sealed record EndpointService(string Id, string Host)
{
    /// <summary>Gets the portal.</summary>
    public static EndpointService Portal => new("sso", "portal.sso");

    /// <summary>Gets the OIDC service.</summary>
    public static EndpointService Oidc => new("sso_oidc", "oidc");

    /// <summary>Gets the security token service.</summary>
    public static EndpointService Sts => new("sts", "sts");
}
