using System.Net;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.SSO.Model;
using Amazon.SSOOIDC.Model;

namespace IdentityCenterEmulator.Tests.Http;

public class FaultTests
{
    [Fact]
    public async Task A_status_fault_has_the_portals_error_form()
    {
        await using var server = await StartAsync(EmulatorFault.Status(500, "InternalServerException", "boom") with { RetryAfter = 7 });
        using var http = Portal(server);

        using var answer = await http.GetAsync(CredentialsPath);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("InternalServerException", answer.Headers.GetValues("x-amzn-ErrorType").Single());
        Assert.Equal("{\"message\":\"boom\",\"__type\":\"com.amazonaws.switchboard.portal#InternalServerException\"}", await answer.Content.ReadAsStringAsync());
        Assert.Equal(TimeSpan.FromSeconds(7), answer.Headers.RetryAfter!.Delta);
        Assert.Equal("InternalServerException", server.Calls.Recorded.Single().ErrorType);
    }

    [Fact]
    public async Task A_status_fault_has_the_oidc_error_form()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var oidc = EmulatorClients.Oidc(server);
        server.Faults.Set(EmulatorOperation.RegisterClient, EmulatorFault.Status(500, "InternalServerException", "boom"));

        var exception = await Assert.ThrowsAsync<Amazon.SSOOIDC.Model.InternalServerException>(() => oidc.RegisterClientAsync(new RegisterClientRequest { ClientName = "a", ClientType = "public" }));

        Assert.Equal("server_error", exception.Error);
        Assert.Equal("boom", exception.Error_description);
    }

    [Fact]
    public async Task A_status_fault_has_the_xml_error_form_of_sts()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var sts = EmulatorClients.Sts(server, await EmulatorClients.GetKeysAsync(server));
        server.Faults.Set(EmulatorOperation.GetCallerIdentity, EmulatorFault.Status(503, "ServiceUnavailable", "busy"));

        var exception = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => sts.GetCallerIdentityAsync(new Amazon.SecurityToken.Model.GetCallerIdentityRequest()));

        Assert.Equal("ServiceUnavailable", exception.ErrorCode);
        Assert.Equal("busy", exception.Message);
    }

    [Fact]
    public async Task A_fault_strikes_only_the_asked_number_of_calls()
    {
        await using var server = await StartAsync(EmulatorFault.Status(500, "InternalServerException") with { Times = 2 });
        using var http = Portal(server);

        var statuses = new List<int>();
        for (var call = 0; call < 4; call++)
        {
            using var answer = await http.GetAsync(CredentialsPath);
            statuses.Add((int)answer.StatusCode);
        }

        Assert.Equal([500, 500, 200, 200], statuses);
        Assert.Equal(statuses, server.Calls.Recorded.Select(call => call.Status!.Value));
    }

    [Fact]
    public async Task A_fault_strikes_its_operation_alone_and_until_it_is_cleared()
    {
        await using var server = await StartAsync(EmulatorFault.Status(500, "InternalServerException"));
        using var http = Portal(server);

        using var other = await http.GetAsync("assignment/accounts");
        using var struck = await http.GetAsync(CredentialsPath);
        server.Faults.Clear(EmulatorOperation.GetRoleCredentials);
        using var cleared = await http.GetAsync(CredentialsPath);

        Assert.Equal([200, 500, 200], new[] { other, struck, cleared }.Select(answer => (int)answer.StatusCode));
    }

    [Fact]
    public async Task An_html_fault_is_not_json()
    {
        await using var server = await StartAsync(EmulatorFault.Html());
        using var http = Portal(server);

        using var answer = await http.GetAsync(CredentialsPath);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("<h1>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_fault_is_sent_as_it_is()
    {
        await using var server = await StartAsync(EmulatorFault.Body("{ \"half\": ", statusCode: 202));
        using var http = Portal(server);

        using var answer = await http.GetAsync(CredentialsPath);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("{ \"half\": ", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_drop_before_the_answer_leaves_no_effect()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var oidc = EmulatorClients.Oidc(server);
        var token = server.IssueToken();
        var request = new CreateTokenRequest { ClientId = token.ClientId, ClientSecret = token.ClientSecret, GrantType = "refresh_token", RefreshToken = token.RefreshToken };
        using var http = new HttpClient { BaseAddress = server.Url };
        server.Faults.Set(EmulatorOperation.CreateToken, EmulatorFault.Drop());

        await Assert.ThrowsAsync<HttpRequestException>(() => http.PostAsync("token", new StringContent("{}")));
        server.Faults.ClearAll();
        var answer = await oidc.CreateTokenAsync(request);

        Assert.NotEmpty(answer.AccessToken);
        Assert.Null(server.Calls.Recorded[0].Status);
    }

    [Fact]
    public async Task A_drop_in_the_body_comes_after_the_effect()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var oidc = EmulatorClients.Oidc(server);
        using var http = new HttpClient { BaseAddress = server.Url };
        var token = server.IssueToken();
        var body = new JsonObject { ["clientId"] = token.ClientId, ["clientSecret"] = token.ClientSecret, ["grantType"] = "refresh_token", ["refreshToken"] = token.RefreshToken };
        server.Faults.Set(EmulatorOperation.CreateToken, EmulatorFault.Drop(EmulatorDropPoint.MidBody) with { Times = 1 });

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => http.PostAsync("token", new StringContent(body.ToJsonString())));

        var request = new CreateTokenRequest { ClientId = token.ClientId, ClientSecret = token.ClientSecret, GrantType = "refresh_token", RefreshToken = token.RefreshToken };
        await Assert.ThrowsAsync<InvalidGrantException>(() => oidc.CreateTokenAsync(request));
    }

    [Fact]
    public async Task A_hanging_call_gets_no_answer_until_the_caller_gives_up()
    {
        await using var server = await StartAsync(EmulatorFault.Hang());
        using var http = Portal(server);
        using var patience = new CancellationTokenSource();

        var call = http.GetAsync(CredentialsPath, patience.Token);
        await ArrivalAsync(server);

        Assert.False(call.IsCompleted);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Null(server.Calls.Recorded.Single().Status);
    }

    [Fact]
    public async Task A_hanging_call_does_not_outlive_the_emulator()
    {
        var server = await StartAsync(EmulatorFault.Hang());
        using var http = Portal(server);
        var call = http.GetAsync(CredentialsPath);
        await ArrivalAsync(server);

        await server.DisposeAsync();

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => call);
    }

    [Fact]
    public async Task A_delayed_call_is_handled_after_all()
    {
        await using var server = await StartAsync(EmulatorFault.Delay(TimeSpan.FromMilliseconds(20)));
        using var http = Portal(server);

        using var answer = await http.GetAsync(CredentialsPath);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Members_can_be_left_out_at_any_depth()
    {
        await using var server = await StartAsync(EmulatorFault.Omit("roleCredentials.sessionToken", "nothing.there"));
        using var http = Portal(server);

        var answer = JsonNode.Parse(await http.GetStringAsync(CredentialsPath))!["roleCredentials"]!.AsObject();

        Assert.Equal(["accessKeyId", "secretAccessKey", "expiration"], answer.Select(member => member.Key));
    }

    [Fact]
    public async Task Members_can_be_replaced()
    {
        await using var server = await StartAsync(EmulatorFault.Replace("roleCredentials.expiration", 1000));
        using var http = Portal(server);

        var first = JsonNode.Parse(await http.GetStringAsync(CredentialsPath))!;
        server.Faults.Set(EmulatorOperation.GetRoleCredentials, EmulatorFault.Replace("roleCredentials", null));
        var second = await http.GetStringAsync(CredentialsPath);

        Assert.Equal(1000, first["roleCredentials"]!["expiration"]!.GetValue<int>());
        Assert.Equal("{\"roleCredentials\":null}", second);
    }

    [Fact]
    public async Task Calls_beyond_the_limit_of_a_second_are_throttled_as_the_portal_does()
    {
        var clock = new FakeClock();
        await using var server = await EmulatorServer.StartAsync(new EmulatorOptions { TimeProvider = clock });
        using var http = Portal(server);
        server.Faults.LimitRequests(EmulatorOperation.GetRoleCredentials, 20);

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => http.GetAsync(CredentialsPath)));
        var refused = answers.Where(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).ToList();
        clock.Advance(TimeSpan.FromSeconds(1));
        using var later = await http.GetAsync(CredentialsPath);

        Assert.Equal(10, refused.Count);
        Assert.Equal("{\"message\":\"HTTP 429 Unknown Code\",\"__type\":\"com.amazonaws.switchboard.portal#TooManyRequestsException\"}", await refused[0].Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
    }

    [Fact]
    public async Task The_real_client_knows_a_throttled_call_as_too_many_requests()
    {
        await using var server = await EmulatorServer.StartAsync();
        server.Faults.LimitRequests(0);

        await Assert.ThrowsAsync<TooManyRequestsException>(() => EmulatorClients.GetKeysAsync(server));

        server.Faults.LimitRequests(null);
        Assert.NotNull(await EmulatorClients.GetKeysAsync(server));
    }

    [Fact]
    public async Task Lifetimes_change_for_what_is_issued_next()
    {
        var clock = new FakeClock();
        await using var server = await EmulatorServer.StartAsync(new EmulatorOptions { TimeProvider = clock });
        server.Faults.AccessTokenLifetime = TimeSpan.FromMinutes(4);
        server.Faults.RoleCredentialsLifetime = TimeSpan.FromHours(12);

        var token = server.IssueToken();
        var keys = await EmulatorClients.GetKeysAsync(server);

        Assert.Equal(clock.GetUtcNow().AddMinutes(4), token.ExpiresAt);
        Assert.Equal(clock.GetUtcNow().AddHours(12).ToUnixTimeMilliseconds(), keys.Expiration);
    }

    [Fact]
    public async Task Nothing_secret_is_recorded()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var oidc = EmulatorClients.Oidc(server);
        using var portal = EmulatorClients.Portal(server);
        var token = server.IssueToken();
        var fresh = await oidc.CreateTokenAsync(new CreateTokenRequest { ClientId = token.ClientId, ClientSecret = token.ClientSecret, GrantType = "refresh_token", RefreshToken = token.RefreshToken });
        var keys = (await portal.GetRoleCredentialsAsync(new GetRoleCredentialsRequest { AccessToken = fresh.AccessToken, AccountId = "111122223333", RoleName = "Developer" })).RoleCredentials;
        using var sts = EmulatorClients.Sts(server, keys);
        await sts.GetCallerIdentityAsync(new Amazon.SecurityToken.Model.GetCallerIdentityRequest());

        var record = string.Join('\n', server.Calls.Recorded) + token;

        Assert.All(
            [token.AccessToken, token.RefreshToken!, token.ClientSecret, fresh.AccessToken, fresh.RefreshToken, keys.SecretAccessKey, keys.SessionToken],
            secret => Assert.DoesNotContain(secret, record, StringComparison.Ordinal));
    }

    private const string CredentialsPath = "federation/credentials?role_name=Developer&account_id=111122223333";

    private static async Task<EmulatorServer> StartAsync(EmulatorFault fault)
    {
        var server = await EmulatorServer.StartAsync();
        server.Faults.Set(EmulatorOperation.GetRoleCredentials, fault);
        return server;
    }

    private static async Task ArrivalAsync(EmulatorServer server)
    {
        while (server.Calls.Total == 0)
        {
            await Task.Delay(1);
        }
    }

    private static HttpClient Portal(EmulatorServer server)
    {
        var http = new HttpClient { BaseAddress = server.Url };
        http.DefaultRequestHeaders.Add("x-amz-sso_bearer_token", server.IssueToken().AccessToken);
        return http;
    }
}
