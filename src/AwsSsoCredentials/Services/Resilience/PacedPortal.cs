using AwsSsoCredentials.Services.Contracts;

namespace AwsSsoCredentials.Services.Resilience;

/// <summary>A portal whose requests, repeated ones included, wait for their turn.</summary>
/// <param name="inner">The portal.</param>
/// <param name="pacer">Gives the turns.</param>
internal sealed class PacedPortal(ISsoPortal inner, RequestPacer pacer) : ISsoPortal
{
    public Task<PortalRoleCredentials> GetRoleCredentialsAsync(
        string accessToken, string accountId, string roleName, CancellationToken cancellationToken) =>
        PaceAsync(stop => inner.GetRoleCredentialsAsync(accessToken, accountId, roleName, stop), cancellationToken);

    public Task<PortalPage<PortalAccount>> ListAccountsAsync(string accessToken, string? nextToken, CancellationToken cancellationToken) =>
        PaceAsync(stop => inner.ListAccountsAsync(accessToken, nextToken, stop), cancellationToken);

    public Task<PortalPage<PortalRole>> ListAccountRolesAsync(
        string accessToken, string accountId, string? nextToken, CancellationToken cancellationToken) =>
        PaceAsync(stop => inner.ListAccountRolesAsync(accessToken, accountId, nextToken, stop), cancellationToken);

    public Task LogoutAsync(string accessToken, CancellationToken cancellationToken) =>
        PaceAsync(
            async stop =>
            {
                await inner.LogoutAsync(accessToken, stop).ConfigureAwait(false);
                return true;
            },
            cancellationToken);

    public void Dispose() => inner.Dispose();

    private async Task<T> PaceAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        TimeSpan sentAt = await pacer.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await call(cancellationToken).ConfigureAwait(false);
        }
        catch (ServiceFailureException failure) when (failure.Kind is ServiceFailureKind.Throttled or ServiceFailureKind.SlowDown)
        {
            pacer.Throttled(sentAt, failure);
            throw;
        }
    }
}
