using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.SSO.Model;
using IdentityCenterEmulator.Tests.Oidc;

namespace IdentityCenterEmulator.Tests.Control;

public class ControlEndpointsTests
{
    [Fact]
    public async Task Calls_are_counted_by_operation_and_can_be_reset()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Url };
        await EmulatorClients.GetKeysAsync(server);

        var before = JsonNode.Parse(await http.GetStringAsync("_emulator/calls"))!;
        using var reset = await http.DeleteAsync("_emulator/calls");
        var after = JsonNode.Parse(await http.GetStringAsync("_emulator/calls"))!;

        Assert.Equal(1, before["counts"]!["GetRoleCredentials"]!.GetValue<int>());
        Assert.Equal("GetRoleCredentials", before["calls"]![0]!["operation"]!.GetValue<string>());
        Assert.Equal("Developer", before["calls"]![0]!["roleName"]!.GetValue<string>());
        Assert.Equal(0, after["total"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_fault_can_be_set_and_cleared()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Url };

        await PostAsync(http, "faults/GetRoleCredentials", """{ "status": 401, "errorType": "UnauthorizedException", "message": "no" }""");
        await Assert.ThrowsAsync<UnauthorizedException>(() => EmulatorClients.GetKeysAsync(server));
        using var cleared = await http.DeleteAsync("_emulator/faults/GetRoleCredentials");

        Assert.NotNull(await EmulatorClients.GetKeysAsync(server));
    }

    [Fact]
    public async Task A_fault_can_change_members()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Url };

        await PostAsync(http, "faults/GetRoleCredentials", """{ "omit": ["roleCredentials.sessionToken"], "replace": { "roleCredentials.expiration": 1 }, "times": 1 }""");
        var keys = await EmulatorClients.GetKeysAsync(server);

        Assert.Null(keys.SessionToken);
        Assert.Equal(1, keys.Expiration);
    }

    [Fact]
    public async Task A_waiting_sign_in_can_be_found_and_allowed()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Url };
        using var session = await OidcSession.RegisterAsync(server);
        var device = await session.StartAsync();

        var codes = JsonNode.Parse(await http.GetStringAsync("_emulator/user-codes"))!["userCodes"]!.AsArray();
        var status = await PostAsync(http, "approve", new JsonObject { ["userCode"] = codes.Single()!.GetValue<string>() }.ToJsonString());

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.NotEmpty((await session.PollAsync(device.DeviceCode)).AccessToken);
    }

    [Fact]
    public async Task Settings_and_roles_can_be_changed()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Url };

        await PostAsync(http, "settings", """{ "accessTokenLifetime": "00:00:30", "refreshTokenMode": "none", "requestsPerSecond": 20 }""");
        await PostAsync(http, "settings", """{ "requestsPerSecond": null }""");
        await PostAsync(http, "deny-role", """{ "accountId": "111122223333", "roleName": "Developer" }""");

        Assert.Equal(TimeSpan.FromSeconds(30), server.Faults.AccessTokenLifetime);
        Assert.Equal(RefreshTokenMode.None, server.Faults.RefreshTokenMode);
        await Assert.ThrowsAsync<Amazon.SSO.AmazonSSOException>(() => EmulatorClients.GetKeysAsync(server));
    }

    [Fact]
    public async Task Settings_with_a_mistake_change_nothing()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Url };

        await PostAsync(http, "settings", """{ "requestsPerSecond": 0, "signIn": "autoDeny", "accessTokenLifetime": "00:00:00" }""");
        await PostAsync(http, "settings", """{ "signIn": "autoDeny", "requestsPerSecond": -1 }""");

        Assert.Equal(EmulatorSignIn.Page, server.Faults.SignIn);
        Assert.NotNull(await EmulatorClients.GetKeysAsync(server));
    }

    [Fact]
    public async Task A_setting_that_is_null_stays()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Url };

        Assert.Equal(HttpStatusCode.OK, await PostAsync(http, "settings", """{ "SignIn": "autoDeny", "accessTokenLifetime": null }"""));

        Assert.Equal(EmulatorSignIn.AutoDeny, server.Faults.SignIn);
        Assert.Equal(TimeSpan.FromHours(1), server.Faults.AccessTokenLifetime);
    }

    [Fact]
    public async Task The_limit_of_one_operation_leaves_the_others_alone()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Url };
        using var oidc = EmulatorClients.Oidc(server);
        var register = new Amazon.SSOOIDC.Model.RegisterClientRequest { ClientName = "test", ClientType = "public" };

        await PostAsync(http, "limits/GetRoleCredentials", """{ "requestsPerSecond": 0 }""");
        await Assert.ThrowsAsync<TooManyRequestsException>(() => EmulatorClients.GetKeysAsync(server));
        var other = await oidc.RegisterClientAsync(register);
        await PostAsync(http, "limits/GetRoleCredentials", """{ "requestsPerSecond": null }""");

        Assert.NotEmpty(other.ClientId);
        Assert.NotNull(await EmulatorClients.GetKeysAsync(server));
    }

    [Fact]
    public async Task A_token_comes_in_the_form_of_its_cache_file()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Url };

        using var answer = await http.PostAsync("_emulator/tokens", new StringContent("""{ "startUrl": "https://d-1.awsapps.com/start", "refreshable": false, "region": "eu-west-1" }""", Encoding.UTF8, "application/json"));
        var token = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();

        Assert.Equal(["startUrl", "region", "accessToken", "expiresAt", "clientId", "clientSecret", "registrationExpiresAt"], token.Select(member => member.Key));
        Assert.Matches("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$", token["expiresAt"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("faults/Nonsense", "{}", HttpStatusCode.NotFound)]
    [InlineData("faults/CreateToken", "{ \"statsu\": 500 }", HttpStatusCode.BadRequest)]
    [InlineData("settings", "{ \"accessTokenLifetime\": \"00:00:00\" }", HttpStatusCode.BadRequest)]
    [InlineData("settings", "{ \"acessTokenLifetime\": \"00:00:10\" }", HttpStatusCode.BadRequest)]
    [InlineData("settings", "{ \"signIn\": \"perhaps\" }", HttpStatusCode.BadRequest)]
    [InlineData("settings", "{ \"signIn\": \"page\", \"signIn\": \"page\" }", HttpStatusCode.BadRequest)]
    [InlineData("settings", "{ \"requestsPerSecond\": -1 }", HttpStatusCode.BadRequest)]
    [InlineData("limits/Nonsense", "{ \"requestsPerSecond\": 1 }", HttpStatusCode.NotFound)]
    [InlineData("limits/CreateToken", "{}", HttpStatusCode.BadRequest)]
    [InlineData("limits/CreateToken", "{ \"requestsPerSecond\": -1 }", HttpStatusCode.BadRequest)]
    [InlineData("approve", "{ \"userCode\": \"ABCD-EFGH\" }", HttpStatusCode.NotFound)]
    [InlineData("approve", "{}", HttpStatusCode.BadRequest)]
    [InlineData("approve", "null", HttpStatusCode.BadRequest)]
    public async Task A_mistake_is_answered_with_its_status(string path, string body, HttpStatusCode expected)
    {
        await using var server = await EmulatorServer.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Url };

        Assert.Equal(expected, await PostAsync(http, path, body));
    }

    [Fact]
    public async Task A_post_that_a_foreign_web_page_could_send_is_refused()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Url };

        using var answer = await http.PostAsync("_emulator/settings", new StringContent("{}", Encoding.UTF8, "text/plain"));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient http, string path, string body)
    {
        using var answer = await http.PostAsync("_emulator/" + path, new StringContent(body, Encoding.UTF8, "application/json"));
        return answer.StatusCode;
    }
}
