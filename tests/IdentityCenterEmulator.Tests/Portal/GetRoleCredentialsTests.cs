using System.Net;
using Amazon.SSO;
using Amazon.SSO.Model;

namespace IdentityCenterEmulator.Tests.Portal;

public class GetRoleCredentialsTests
{
    [Fact]
    public async Task Keys_look_like_real_ones_and_expire_in_epoch_milliseconds()
    {
        var clock = new FakeClock();
        await using var server = await EmulatorServer.StartAsync(new EmulatorOptions { TimeProvider = clock });

        var keys = await EmulatorClients.GetKeysAsync(server);

        Assert.Matches("^ASIA[A-Z0-9]{16}$", keys.AccessKeyId);
        Assert.Matches("^[A-Za-z0-9/+]{40}$", keys.SecretAccessKey);
        Assert.Matches("^[A-Za-z0-9/+]{500,}={1,2}$", keys.SessionToken);
        Assert.Equal(clock.GetUtcNow().AddHours(1).ToUnixTimeMilliseconds(), keys.Expiration);
    }

    [Theory]
    [Trait("Case", "94")]
    [InlineData("Power+User@dev")]
    [InlineData("a=b,c.d-e_f")]
    public async Task Case_94_A_role_name_with_unusual_characters_is_found(string role)
    {
        var options = new EmulatorOptions();
        options.Accounts.Add(new EmulatorAccount("999900001111", "Odd", "odd@example.com", [role]));
        await using var server = await EmulatorServer.StartAsync(options);

        var keys = await EmulatorClients.GetKeysAsync(server, "999900001111", role);

        Assert.NotEmpty(keys.AccessKeyId);
        Assert.Equal(role, server.Calls.Recorded.Single().RoleName);
    }

    [Theory]
    [InlineData("111122223333", "Administrator")]
    [InlineData("999999999999", "Developer")]
    public async Task A_role_that_is_not_assigned_is_forbidden(string accountId, string roleName)
    {
        await using var server = await EmulatorServer.StartAsync();

        var exception = await Assert.ThrowsAsync<AmazonSSOException>(() => EmulatorClients.GetKeysAsync(server, accountId, roleName));

        Assert.Equal("ForbiddenException", exception.ErrorCode);
        Assert.Equal("No access", exception.Message);
        Assert.Equal(HttpStatusCode.Forbidden, exception.StatusCode);
    }

    [Fact]
    public async Task A_denied_role_is_forbidden_until_it_is_allowed_again()
    {
        await using var server = await EmulatorServer.StartAsync();
        server.Faults.DenyRole("111122223333", "Developer");

        var exception = await Assert.ThrowsAsync<AmazonSSOException>(() => EmulatorClients.GetKeysAsync(server));
        server.Faults.AllowRole("111122223333", "Developer");
        var keys = await EmulatorClients.GetKeysAsync(server);

        Assert.Equal("ForbiddenException", exception.ErrorCode);
        Assert.NotEmpty(keys.AccessKeyId);
    }

    [Theory]
    [InlineData("11112222333")]
    [InlineData("1111-2222-3333")]
    [InlineData("11112222333x")]
    public async Task A_malformed_account_id_is_an_invalid_request(string accountId)
    {
        await using var server = await EmulatorServer.StartAsync();

        await Assert.ThrowsAsync<InvalidRequestException>(() => EmulatorClients.GetKeysAsync(server, accountId));
    }

    [Fact]
    public async Task An_unknown_token_is_unauthorized()
    {
        await using var server = await EmulatorServer.StartAsync();

        var exception = await Assert.ThrowsAsync<UnauthorizedException>(() => GetAsync(server, "aoaUnknown"));

        Assert.Equal(HttpStatusCode.Unauthorized, exception.StatusCode);
        Assert.Equal("Session token not found or invalid", exception.Message);
    }

    [Fact]
    public async Task An_expired_token_is_unauthorized()
    {
        var clock = new FakeClock();
        await using var server = await EmulatorServer.StartAsync(new EmulatorOptions { TimeProvider = clock });
        var token = server.IssueToken(lifetime: TimeSpan.FromMinutes(1));
        await GetAsync(server, token.AccessToken);
        clock.Advance(TimeSpan.FromMinutes(1));

        await Assert.ThrowsAsync<UnauthorizedException>(() => GetAsync(server, token.AccessToken));
    }

    [Fact]
    public async Task A_revoked_token_is_unauthorized()
    {
        await using var server = await EmulatorServer.StartAsync();
        var token = server.IssueToken();
        server.RevokeAccessToken(token.AccessToken);

        await Assert.ThrowsAsync<UnauthorizedException>(() => GetAsync(server, token.AccessToken));
    }

    [Fact]
    public async Task A_token_is_unauthorized_after_logout()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var portal = EmulatorClients.Portal(server);
        var token = server.IssueToken();

        await portal.LogoutAsync(new LogoutRequest { AccessToken = token.AccessToken });

        await Assert.ThrowsAsync<UnauthorizedException>(() => GetAsync(server, token.AccessToken));
        Assert.Equal(1, server.Calls.Count(EmulatorOperation.Logout));
    }

    [Fact]
    public async Task Many_calls_at_once_get_keys_of_their_own()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var portal = EmulatorClients.Portal(server);
        var token = server.IssueToken().AccessToken;
        var request = new GetRoleCredentialsRequest { AccessToken = token, AccountId = "111122223333", RoleName = "Developer" };

        var answers = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => portal.GetRoleCredentialsAsync(request)));

        Assert.Equal(500, answers.Select(answer => answer.RoleCredentials.AccessKeyId).Distinct().Count());
        Assert.Equal(500, server.Calls.Count(EmulatorOperation.GetRoleCredentials));
    }

    private static async Task<RoleCredentials> GetAsync(EmulatorServer server, string accessToken)
    {
        using var portal = EmulatorClients.Portal(server);
        return (await portal.GetRoleCredentialsAsync(new GetRoleCredentialsRequest { AccessToken = accessToken, AccountId = "111122223333", RoleName = "Developer" })).RoleCredentials;
    }
}
