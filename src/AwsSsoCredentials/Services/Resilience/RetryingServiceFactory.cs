using AwsSsoCredentials.Services.Contracts;

namespace AwsSsoCredentials.Services.Resilience;

/// <summary>Makes clients that repeat what may be repeated.</summary>
/// <param name="inner">Makes the plain clients.</param>
/// <param name="policy">When and how often.</param>
/// <param name="pacer">Spaces the requests to the portal, repeated ones included; null where they are few.</param>
internal sealed class RetryingServiceFactory(IServiceFactory inner, RetryPolicy policy, RequestPacer? pacer = null) : IServiceFactory
{
    public ISsoPortal CreatePortal(ServiceConnection connection)
    {
        ISsoPortal portal = inner.CreatePortal(connection);
        return new RetryingPortal(pacer is null ? portal : new PacedPortal(portal, pacer), policy);
    }

    public ISsoOidc CreateOidc(ServiceConnection connection) => new RetryingOidc(inner.CreateOidc(connection), policy);

    public IStsClient CreateSts(ServiceConnection connection) => inner.CreateSts(connection);
}
