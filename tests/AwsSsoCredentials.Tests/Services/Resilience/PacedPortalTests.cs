using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Services.Loading;
using AwsSsoCredentials.Services.Resilience;
using IdentityCenterEmulator;

namespace AwsSsoCredentials.Tests.Services.Resilience;

public sealed class PacedPortalTests
{
    private static readonly IServiceFactory Factory = ServicesLoader.Load();

    private readonly InstantClock _clock = new();

    [Fact]
    public async Task Every_operation_waits_for_its_turn()
    {
        await using var emulator = await EmulatorServer.StartAsync();
        var token = emulator.IssueToken().AccessToken;
        using var portal = Portal(emulator, new RequestPacer(_clock, 2));

        await portal.ListAccountsAsync(token, null, CancellationToken.None);
        await portal.ListAccountRolesAsync(token, "111122223333", null, CancellationToken.None);
        await portal.GetRoleCredentialsAsync(token, "111122223333", "Developer", CancellationToken.None);
        await portal.LogoutAsync(token, CancellationToken.None);

        Assert.Equal([0.5, 0.5, 0.5], _clock.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    [Trait("Case", "89")]
    public async Task Case_89_Repeated_requests_wait_for_their_turn_too()
    {
        await using var emulator = await EmulatorServer.StartAsync();
        emulator.Faults.Set(EmulatorOperation.GetRoleCredentials, EmulatorFault.Status(500, "InternalServerException") with { Times = 2 });
        using var portal = new RetryingPortal(
            Portal(emulator, new RequestPacer(_clock, 0.01)), new RetryPolicy(_clock, () => 0) { Deadline = TimeSpan.FromHours(1) });

        await portal.GetRoleCredentialsAsync(emulator.IssueToken().AccessToken, "111122223333", "Developer", CancellationToken.None);

        Assert.Equal([100, 100], _clock.Waits.Select(wait => wait.TotalSeconds));
    }

    [Theory]
    [Trait("Case", "89")]
    [InlineData(429, "TooManyRequestsException")]
    [InlineData(400, "SlowDownException")]
    [InlineData(503, "SlowDown")]
    public async Task Case_89_A_request_that_is_turned_away_slows_all_of_them_down_and_is_repeated(int status, string error)
    {
        await using var emulator = await EmulatorServer.StartAsync();
        emulator.Faults.Set(EmulatorOperation.GetRoleCredentials, EmulatorFault.Status(status, error) with { Times = 1 });
        var pacer = new RequestPacer(_clock, 100);
        using var portal = new RetryingPortal(Portal(emulator, pacer), new RetryPolicy(_clock, () => 0));

        await portal.GetRoleCredentialsAsync(emulator.IssueToken().AccessToken, "111122223333", "Developer", CancellationToken.None);

        Assert.InRange(pacer.CurrentRate, 70, 80);
        Assert.Equal(2, emulator.Calls.Count(EmulatorOperation.GetRoleCredentials));
    }

    private static PacedPortal Portal(EmulatorServer emulator, RequestPacer pacer) =>
        new(Factory.CreatePortal(new ServiceConnection(emulator.Url, "eu-west-1")), pacer);
}
