using System.Net;
using Amazon.SSOOIDC.Model;
using IdentityCenterEmulator.Tests.Oidc;

namespace IdentityCenterEmulator.Tests.SignIn;

public class DevicePageTests
{
    [Fact]
    public async Task The_page_asks_for_the_code_in_a_labelled_field()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var browser = new HttpClient { BaseAddress = server.Url };

        var page = await browser.GetStringAsync("device");

        Assert.Contains("<label for=\"user_code\">", page, StringComparison.Ordinal);
        Assert.Contains("id=\"user_code\" name=\"user_code\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"continue\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_complete_link_shows_code_client_and_both_buttons()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var session = await OidcSession.RegisterAsync(server);
        using var browser = new HttpClient { BaseAddress = server.Url };
        var device = await session.StartAsync();

        var page = await browser.GetStringAsync(new Uri(device.VerificationUriComplete));

        Assert.Contains($"id=\"code\">{device.UserCode}<", page, StringComparison.Ordinal);
        Assert.Contains("a &lt;client&gt;", page, StringComparison.Ordinal);
        Assert.Contains("id=\"allow\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"deny\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Allow_leads_to_a_token()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var session = await OidcSession.RegisterAsync(server);
        var device = await session.StartAsync();

        var (status, page) = await PressAsync(server, device.UserCode, "allow");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("<h1>Request allowed</h1>", page, StringComparison.Ordinal);
        Assert.NotEmpty((await session.PollAsync(device.DeviceCode)).AccessToken);
    }

    [Fact]
    public async Task Deny_leads_to_access_denied()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var session = await OidcSession.RegisterAsync(server);
        var device = await session.StartAsync();

        var (status, page) = await PressAsync(server, device.UserCode, "deny");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("<h1>Request denied</h1>", page, StringComparison.Ordinal);
        await Assert.ThrowsAsync<AccessDeniedException>(() => session.PollAsync(device.DeviceCode));
    }

    [Theory]
    [InlineData("ABCD-EFGH")]
    [InlineData("<script>")]
    public async Task A_wrong_code_is_asked_for_again(string userCode)
    {
        await using var server = await EmulatorServer.StartAsync();
        using var browser = new HttpClient { BaseAddress = server.Url };

        using var answer = await browser.GetAsync("device?user_code=" + Uri.EscapeDataString(userCode));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_cannot_be_changed_afterwards()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var session = await OidcSession.RegisterAsync(server);
        var device = await session.StartAsync();
        await PressAsync(server, device.UserCode, "deny");

        var (status, _) = await PressAsync(server, device.UserCode, "allow");

        Assert.Equal(HttpStatusCode.NotFound, status);
        await Assert.ThrowsAsync<AccessDeniedException>(() => session.PollAsync(device.DeviceCode));
    }

    [Fact]
    public async Task A_decision_that_is_neither_allow_nor_deny_changes_nothing()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var session = await OidcSession.RegisterAsync(server);
        var device = await session.StartAsync();

        var (status, _) = await PressAsync(server, device.UserCode, "perhaps");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal([device.UserCode], server.PendingUserCodes);
    }

    private static async Task<(HttpStatusCode Status, string Page)> PressAsync(EmulatorServer server, string userCode, string decision)
    {
        using var browser = new HttpClient { BaseAddress = server.Url };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["user_code"] = userCode, ["decision"] = decision });
        using var answer = await browser.PostAsync("device", form);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
