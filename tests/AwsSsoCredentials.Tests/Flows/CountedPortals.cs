using AwsSsoCredentials.Services.Contracts;

namespace AwsSsoCredentials.Tests.Flows;

/// <summary>The services of the package, with a count of the portals that were opened.</summary>
internal sealed class CountedPortals(IServiceFactory inner) : IServiceFactory
{
    public int Opened { get; private set; }

    public ISsoPortal CreatePortal(ServiceConnection connection)
    {
        Opened++;
        return inner.CreatePortal(connection);
    }

    public ISsoOidc CreateOidc(ServiceConnection connection) => inner.CreateOidc(connection);

    public IStsClient CreateSts(ServiceConnection connection) => inner.CreateSts(connection);
}
