using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Services.Http;

namespace AwsSsoCredentials.Services;

/// <summary>Makes the clients on top of the AWS SDK. Created by the add-in's loader, by name.</summary>
internal sealed class ServiceFactory : IServiceFactory
{
    private readonly TimeProvider _timeProvider;

    /// <summary>Makes the factory.</summary>
    /// <param name="timeProvider">The clock by which answers are judged and calls are timed out.</param>
    public ServiceFactory(TimeProvider timeProvider)
    {
        _timeProvider = timeProvider;
        SdkConfiguration.KeepOutOfSharedFiles();
    }

    public ISsoPortal CreatePortal(ServiceConnection connection) => new PortalClient(new ServiceChannel(connection, _timeProvider), _timeProvider);

    public ISsoOidc CreateOidc(ServiceConnection connection) => new OidcClient(new ServiceChannel(connection, _timeProvider));

    public IStsClient CreateSts(ServiceConnection connection) => new StsClient(new ServiceChannel(connection, _timeProvider));
}
