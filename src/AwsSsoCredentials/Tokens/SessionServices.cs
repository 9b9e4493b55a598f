using AwsSsoCredentials.Profiles;
using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Services.Resilience;

namespace AwsSsoCredentials.Tokens;

/// <summary>Opens the services of a session. Nothing of them is loaded before the first call.</summary>
/// <param name="factory">Makes the clients.</param>
/// <param name="oidcConnection">Where the OIDC service of a session is reached.</param>
/// <param name="portalConnection">Where the portal of a session is reached.</param>
/// <param name="retries">Repeats calls that failed for a passing reason; null for none.</param>
internal sealed class SessionServices(
    Func<IServiceFactory> factory,
    Func<SsoSession, ServiceConnection> oidcConnection,
    Func<SsoSession, ServiceConnection> portalConnection,
    RetryPolicy? retries = null)
{
    /// <summary>Opens the OIDC service.</summary>
    public ISsoOidc OpenOidc(SsoSession session)
    {
        var oidc = factory().CreateOidc(oidcConnection(session));
        return retries is null ? oidc : new RetryingOidc(oidc, retries);
    }

    /// <summary>Opens the portal.</summary>
    public ISsoPortal OpenPortal(SsoSession session)
    {
        var portal = factory().CreatePortal(portalConnection(session));
        return retries is null ? portal : new RetryingPortal(portal, retries);
    }

    /// <summary>The base URL of the OIDC service, below which its page <c>/authorize</c> stands.</summary>
    public Uri OidcEndpoint(SsoSession session) => oidcConnection(session).Endpoint;

    /// <summary>The certificate authorities to trust for a session, as the path of a PEM file; null for the system's.</summary>
    public string? CaBundle(SsoSession session) => oidcConnection(session).CaBundle;
}
