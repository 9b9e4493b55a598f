using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Services.Loading;
using AwsSsoCredentials.Services.Resilience;
using IdentityCenterEmulator;

namespace AwsSsoCredentials.Tests.Services.Resilience;

public sealed class RetryingClientsTests
{
    private static readonly IServiceFactory Factory = ServicesLoader.Load();

    private readonly InstantClock _clock = new();

    [Fact]
    [Trait("Case", "89")]
    public async Task Case_89_A_throttled_request_is_repeated_after_the_pause_the_service_names()
    {
        await using var emulator = await EmulatorServer.StartAsync();
        emulator.Faults.Set(
            EmulatorOperation.GetRoleCredentials,
            EmulatorFault.Status(429, "TooManyRequestsException") with { RetryAfter = 3, Times = 2 });
        using var portal = Portal(emulator);

        var credentials = await portal.GetRoleCredentialsAsync(
            emulator.IssueToken().AccessToken, "111122223333", "Developer", CancellationToken.None);

        Assert.NotEmpty(credentials.SessionToken);
        Assert.Equal([TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3)], _clock.Waits);
    }

    [Theory]
    [Trait("Case", "90")]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Case_90_A_server_error_is_asked_for_three_times(int status)
    {
        await using var emulator = await EmulatorServer.StartAsync();
        emulator.Faults.Set(EmulatorOperation.GetRoleCredentials, EmulatorFault.Status(status, "InternalServerException"));
        using var portal = Portal(emulator);

        var failure = await Assert.ThrowsAsync<ServiceFailureException>(() => portal.GetRoleCredentialsAsync(
            emulator.IssueToken().AccessToken, "111122223333", "Developer", CancellationToken.None));

        Assert.NotNull(failure.RequestId);
        Assert.Equal(3, emulator.Calls.Count(EmulatorOperation.GetRoleCredentials));
    }

    [Fact]
    public async Task A_dropped_connection_is_repeated()
    {
        await using var emulator = await EmulatorServer.StartAsync();
        emulator.Faults.Set(EmulatorOperation.ListAccounts, EmulatorFault.Drop() with { Times = 1 });
        using var portal = Portal(emulator);

        Assert.NotEmpty((await portal.ListAccountsAsync(emulator.IssueToken().AccessToken, null, CancellationToken.None)).Items);
        Assert.Equal(2, emulator.Calls.Count(EmulatorOperation.ListAccounts));
    }

    [Fact]
    [Trait("Case", "86")]
    public async Task Case_86_A_refused_token_is_not_repeated()
    {
        await using var emulator = await EmulatorServer.StartAsync();
        using var portal = Portal(emulator);

        await Assert.ThrowsAsync<ServiceFailureException>(
            () => portal.ListAccountRolesAsync("unknown-token", "111122223333", null, CancellationToken.None));

        Assert.Equal(1, emulator.Calls.Count(EmulatorOperation.ListAccountRoles));
    }

    [Fact]
    public async Task A_logout_whose_answer_was_lost_counts_as_done()
    {
        await using var emulator = await EmulatorServer.StartAsync();
        emulator.Faults.Set(EmulatorOperation.Logout, EmulatorFault.Drop() with { Times = 1 });
        var token = emulator.IssueToken().AccessToken;
        emulator.RevokeAccessToken(token);
        using var portal = Portal(emulator);

        await portal.LogoutAsync(token, CancellationToken.None);

        Assert.Equal(2, emulator.Calls.Count(EmulatorOperation.Logout));
    }

    [Fact]
    public async Task A_logout_with_a_token_that_was_never_good_fails()
    {
        await using var emulator = await EmulatorServer.StartAsync();
        using var portal = Portal(emulator);

        var failure = await Assert.ThrowsAsync<ServiceFailureException>(() => portal.LogoutAsync("unknown-token", CancellationToken.None));

        Assert.Equal(ServiceFailureKind.Unauthorized, failure.Kind);
    }

    [Fact]
    public async Task A_registration_is_repeated_after_a_server_error()
    {
        await using var emulator = await EmulatorServer.StartAsync();
        emulator.Faults.Set(EmulatorOperation.RegisterClient, EmulatorFault.Status(500, "InternalServerException") with { Times = 1 });
        using var oidc = Oidc(emulator);

        var client = await oidc.RegisterClientAsync(new OidcRegistrationRequest("tests", [], [], [], null), CancellationToken.None);

        Assert.NotEmpty(client.ClientId);
    }

    [Fact]
    public async Task A_refresh_that_may_have_arrived_is_not_repeated()
    {
        await using var emulator = await EmulatorServer.StartAsync();
        emulator.Faults.Set(EmulatorOperation.CreateToken, EmulatorFault.Drop() with { Times = 1 });

        var failure = await Assert.ThrowsAsync<ServiceFailureException>(() => RefreshAsync(emulator));

        Assert.Equal(ServiceFailureKind.Unreachable, failure.Kind);
        Assert.Equal(1, emulator.Calls.Count(EmulatorOperation.CreateToken));
    }

    [Fact]
    public async Task A_refresh_that_ended_with_a_server_error_is_not_repeated()
    {
        await using var emulator = await EmulatorServer.StartAsync();
        emulator.Faults.Set(EmulatorOperation.CreateToken, EmulatorFault.Status(500, "InternalServerException") with { Times = 1 });

        await Assert.ThrowsAsync<ServiceFailureException>(() => RefreshAsync(emulator));

        Assert.Equal(1, emulator.Calls.Count(EmulatorOperation.CreateToken));
    }

    [Fact]
    public async Task A_refresh_that_was_throttled_is_repeated()
    {
        await using var emulator = await EmulatorServer.StartAsync();
        emulator.Faults.Set(EmulatorOperation.CreateToken, EmulatorFault.Status(429, "TooManyRequestsException") with { Times = 1 });

        Assert.NotEmpty((await RefreshAsync(emulator)).AccessToken);
        Assert.Equal(2, emulator.Calls.Count(EmulatorOperation.CreateToken));
    }

    private static ServiceConnection Connection(EmulatorServer emulator) => new(emulator.Url, "eu-west-1");

    private RetryingPortal Portal(EmulatorServer emulator) =>
        new(Factory.CreatePortal(Connection(emulator)), new RetryPolicy(_clock, () => 0.5));

    private RetryingOidc Oidc(EmulatorServer emulator) =>
        new(Factory.CreateOidc(Connection(emulator)), new RetryPolicy(_clock, () => 0.5));

    private async Task<OidcToken> RefreshAsync(EmulatorServer emulator)
    {
        var token = emulator.IssueToken();
        using var oidc = Oidc(emulator);
        return await oidc.CreateTokenAsync(
            new OidcTokenRequest.FromRefreshToken(token.ClientId, token.ClientSecret, token.RefreshToken!), CancellationToken.None);
    }
}
