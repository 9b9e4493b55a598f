using AwsSsoCredentials.Services.Contracts;

namespace AwsSsoCredentials.Tests.Flows;

/// <summary>A portal in memory that gives everybody credentials, but one account perhaps, and counts its calls.</summary>
/// <param name="hangsFor">The account whose calls never end by themselves.</param>
/// <param name="failsFor">The account whose calls end as nobody foresees.</param>
internal sealed class CountingServices(string? hangsFor = null, string? failsFor = null) : IServiceFactory, ISsoPortal
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _hanging = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _now;

    /// <summary>Gets what ends when the call that hangs has begun.</summary>
    public Task Hanging => _hanging.Task;

    public int Calls { get; private set; }

    public int MostAtOnce { get; private set; }

    public ISsoPortal CreatePortal(ServiceConnection connection) => this;

    public ISsoOidc CreateOidc(ServiceConnection connection) => throw new NotSupportedException();

    public IStsClient CreateSts(ServiceConnection connection) => throw new NotSupportedException();

    public async Task<PortalRoleCredentials> GetRoleCredentialsAsync(
        string accessToken, string accountId, string roleName, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            Calls++;
            MostAtOnce = Math.Max(MostAtOnce, ++_now);
        }

        if (accountId == failsFor)
        {
            throw new InvalidOperationException("A defect.");
        }

        if (accountId == hangsFor)
        {
            _hanging.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        await Task.Delay(1, cancellationToken);
        lock (_lock)
        {
            _now--;
        }

        return new PortalRoleCredentials("ASIA" + accountId, "secret", "session", DateTimeOffset.UtcNow.AddHours(2));
    }

    public Task<PortalPage<PortalAccount>> ListAccountsAsync(string accessToken, string? nextToken, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<PortalPage<PortalRole>> ListAccountRolesAsync(
        string accessToken, string accountId, string? nextToken, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task LogoutAsync(string accessToken, CancellationToken cancellationToken) => throw new NotSupportedException();

    public void Dispose()
    {
        // Nothing is held.
    }
}
