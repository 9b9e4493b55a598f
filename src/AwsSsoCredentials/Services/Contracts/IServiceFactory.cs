namespace AwsSsoCredentials.Services.Contracts;

/// <summary>Makes the clients of the services. Implemented in the one assembly that sees AWSSDK types.</summary>
internal interface IServiceFactory
{
    ISsoPortal CreatePortal(ServiceConnection connection);

    ISsoOidc CreateOidc(ServiceConnection connection);

    IStsClient CreateSts(ServiceConnection connection);
}
