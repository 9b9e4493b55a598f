using AwsSsoCredentials.Config;
using AwsSsoCredentials.Machine;
using AwsSsoCredentials.Profiles;
using AwsSsoCredentials.Services.Contracts;

namespace AwsSsoCredentials.Services.Endpoints;

/// <summary>Says where each service is reached: the one entry point to endpoints, FIPS, dual stack and the CA bundle.</summary>
/// <param name="environment">The environment.</param>
/// <param name="config">Gives the merged files; asked only where a profile's settings count.</param>
/// <param name="log">Hears of an endpoint that would carry secrets in clear text.</param>
internal sealed class ServiceConnections(AwsEnvironment environment, Func<SharedConfig> config, ISsoLog log)
{
    private readonly OncePerMessageLog _log = new(log);

    /// <summary>Says where the portal of a session is reached.</summary>
    /// <param name="session">The session.</param>
    /// <param name="profileName">The profile whose endpoint settings count, or null for the environment's alone.</param>
    /// <returns>The connection.</returns>
    /// <exception cref="SsoConfigurationException">A setting cannot be used.</exception>
    public ServiceConnection ForPortal(SsoSession session, string? profileName = null) =>
        Connect(EndpointService.Portal, session.Region, profileName);

    /// <summary>Says where the OIDC service of a session is reached.</summary>
    /// <param name="session">The session.</param>
    /// <param name="profileName">The profile whose endpoint settings count, or null for the environment's alone.</param>
    /// <returns>The connection.</returns>
    /// <exception cref="SsoConfigurationException">A setting cannot be used.</exception>
    public ServiceConnection ForOidc(SsoSession session, string? profileName = null) =>
        Connect(EndpointService.Oidc, session.Region, profileName);

    /// <summary>Says where STS is reached.</summary>
    /// <param name="region">The region to ask, i.e. the profile's own and not that of its session.</param>
    /// <param name="profileName">The profile whose endpoint settings count, or null for the environment's alone.</param>
    /// <returns>The connection.</returns>
    /// <exception cref="SsoConfigurationException">A setting cannot be used.</exception>
    public ServiceConnection ForSts(string region, string? profileName = null) =>
        Connect(EndpointService.Sts, region, profileName);

    private ServiceConnection Connect(EndpointService service, string region, string? profileName)
    {
        var settings = new ConnectionSettings(environment, profileName is null ? null : config(), profileName);
        ConfiguredEndpoint? configured = settings.FindEndpoint(service.Id);
        Uri endpoint = EndpointRules.Resolve(service, region, settings.UseFips, settings.UseDualStack, configured);
        if (configured is not null && endpoint.Scheme == Uri.UriSchemeHttp && !endpoint.IsLoopback)
        {
            _log.Warning(
                $"{configured.Source} is the http URL of {endpoint.Host}: tokens and keys will cross the network in clear text. Use https.");
        }

        return new ServiceConnection(endpoint, region, settings.CaBundle);
    }
}
