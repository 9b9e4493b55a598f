namespace Cake.AwsSsoCredentials.Services;

/// <summary>Makes clients that repeat what may be repeated.</summary>
/// <param name="inner">Makes the plain clients.</param>
/// <param name="policy">When and how often.</param>
internal sealed class RetryingServiceFactory(IServiceFactory inner, RetryPolicy policy) : IServiceFactory
{
    public ISsoPortal CreatePortal(ServiceConnection connection) => new RetryingPortal(inner.CreatePortal(connection), policy);

    public ISsoOidc CreateOidc(ServiceConnection connection) => new RetryingOidc(inner.CreateOidc(connection), policy);

    public IStsClient CreateSts(ServiceConnection connection) => inner.CreateSts(connection);
}
