using AwsSsoCredentials.Profiles;
using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Services.Endpoints;
using AwsSsoCredentials.Services.Resilience;

namespace AwsSsoCredentials.Services;

/// <summary>
/// Opens the services of sessions: the one place where an endpoint, a client of it and its repetitions come together. Nothing is loaded before
/// the first client is opened.
/// </summary>
/// <param name="load">Gives what makes the plain clients.</param>
/// <param name="connections">Says where each service is reached.</param>
/// <param name="policy">When and how often calls are repeated, unless a caller has a policy of its own.</param>
internal sealed class ServiceClients(Func<IServiceFactory> load, ServiceConnections connections, RetryPolicy policy)
{
    private readonly Lazy<IServiceFactory> _factory = new(load);

    /// <summary>Says where the OIDC service of a session is reached.</summary>
    /// <param name="session">The session.</param>
    /// <param name="profile">The profile whose endpoint settings count, or null for those of the environment alone.</param>
    /// <exception cref="SsoConfigurationException">A setting cannot be used.</exception>
    public ServiceConnection OidcConnection(SsoSession session, string? profile) => connections.ForOidc(session, profile);

    /// <summary>Says where the portal of a session is reached.</summary>
    /// <inheritdoc cref="OidcConnection"/>
    public ServiceConnection PortalConnection(SsoSession session, string? profile) => connections.ForPortal(session, profile);

    /// <summary>Opens the OIDC service of a session.</summary>
    /// <inheritdoc cref="OidcConnection"/>
    public ISsoOidc OpenOidc(SsoSession session, string? profile) =>
        new RetryingOidc(_factory.Value.CreateOidc(OidcConnection(session, profile)), policy);

    /// <summary>Opens a portal.</summary>
    /// <param name="connection">Where it is reached.</param>
    /// <param name="own">When and how often its calls are repeated; null for the common policy.</param>
    /// <param name="pacer">Spaces the requests, repeated ones included; null where they are few.</param>
    /// <exception cref="SsoConfigurationException">A setting of the connection cannot be used.</exception>
    public ISsoPortal OpenPortal(ServiceConnection connection, RetryPolicy? own = null, RequestPacer? pacer = null)
    {
        ISsoPortal portal = _factory.Value.CreatePortal(connection);
        return new RetryingPortal(pacer is null ? portal : new PacedPortal(portal, pacer), own ?? policy);
    }
}
