using AwsSsoCredentials.Services.Contracts;

namespace AwsSsoCredentials.Services.Resilience;

/// <summary>Repeats calls of the portal that failed for a passing reason. All of them can be repeated without harm.</summary>
internal sealed class RetryingPortal(ISsoPortal inner, RetryPolicy policy) : ISsoPortal
{
    public Task<PortalRoleCredentials> GetRoleCredentialsAsync(
        string accessToken, string accountId, string roleName, CancellationToken cancellationToken) =>
        policy.RunAsync(
            stop => inner.GetRoleCredentialsAsync(accessToken, accountId, roleName, stop), IsPassing, cancellationToken);

    public Task<PortalPage<PortalAccount>> ListAccountsAsync(string accessToken, string? nextToken, CancellationToken cancellationToken) =>
        policy.RunAsync(stop => inner.ListAccountsAsync(accessToken, nextToken, stop), IsPassing, cancellationToken);

    public Task<PortalPage<PortalRole>> ListAccountRolesAsync(
        string accessToken, string accountId, string? nextToken, CancellationToken cancellationToken) =>
        policy.RunAsync(
            stop => inner.ListAccountRolesAsync(accessToken, accountId, nextToken, stop), IsPassing, cancellationToken);

    /// <inheritdoc/>
    /// <remarks>Where the answer of a first attempt was lost, the second is told 401: the session is over, which is what was asked for.</remarks>
    public async Task LogoutAsync(string accessToken, CancellationToken cancellationToken)
    {
        var mayBeDone = false;
        await policy.RunAsync(LogoutOnceAsync, IsPassing, cancellationToken).ConfigureAwait(false);

        async Task<bool> LogoutOnceAsync(CancellationToken stop)
        {
            try
            {
                await inner.LogoutAsync(accessToken, stop).ConfigureAwait(false);
            }
            catch (ServiceFailureException failure) when (mayBeDone && failure.Kind == ServiceFailureKind.Unauthorized)
            {
                return true;
            }
            catch (ServiceFailureException failure)
            {
                mayBeDone |= failure.MayHaveBeenProcessed;
                throw;
            }

            return true;
        }
    }

    public void Dispose() => inner.Dispose();

    // In a login "slow down" is part of the protocol; here it can only mean too many requests.
    private static bool IsPassing(ServiceFailureException failure) =>
        RetryPolicy.IsTransient(failure) || failure.Kind == ServiceFailureKind.SlowDown;
}
