using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Web;
using Amazon.SSOOIDC.Model;

namespace IdentityCenterEmulator.Tests.Oidc;

public partial class AuthorizationCodeTests
{
    private const string Verifier = "abcdefghijklmnopqrstuvwxyz-0123456789._~ABCDEFGHIJKLMNOP";
    private const string Callback = "http://127.0.0.1:51234/oauth/callback";

    [Fact]
    public async Task An_allowed_request_yields_a_token_for_the_verifier()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var session = await OidcSession.RegisterForCodeAsync(server);
        using var browser = Browser(server);

        using var answer = await DecideAsync(browser, await browser.GetStringAsync(AuthorizePath(session)), "allow");
        var token = await RedeemAsync(session, Code(answer));

        Assert.NotEmpty(token.AccessToken);
        Assert.NotEmpty(token.RefreshToken);
        Assert.Equal(1, server.Calls.Count(EmulatorOperation.Authorize));
    }

    [Fact]
    public async Task The_redirect_carries_the_state_unchanged()
    {
        await using var server = await StartAutoApprovedAsync();
        using var session = await OidcSession.RegisterForCodeAsync(server);
        using var browser = Browser(server);

        using var answer = await browser.GetAsync(AuthorizePath(session));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.StartsWith(Callback + "?code=", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal("st&te", HttpUtility.ParseQueryString(answer.Headers.Location.Query)["state"]);
    }

    [Fact]
    public async Task A_denied_request_comes_back_as_access_denied_with_the_state()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var session = await OidcSession.RegisterForCodeAsync(server);
        using var browser = Browser(server);

        using var answer = await DecideAsync(browser, await browser.GetStringAsync(AuthorizePath(session)), "deny");

        Assert.Equal($"{Callback}?error=access_denied&state=st%26te", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Auto_deny_comes_back_as_access_denied()
    {
        await using var server = await EmulatorServer.StartAsync(new EmulatorOptions { SignIn = EmulatorSignIn.AutoDeny });
        using var session = await OidcSession.RegisterForCodeAsync(server);
        using var browser = Browser(server);

        using var answer = await browser.GetAsync(AuthorizePath(session));

        Assert.Contains("error=access_denied", answer.Headers.Location!.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_encodes_what_the_client_calls_itself()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var session = await OidcSession.RegisterForCodeAsync(server);
        using var browser = Browser(server);

        var page = await browser.GetStringAsync(AuthorizePath(session));

        Assert.Contains("<strong id=\"client\">a &lt;client&gt;</strong>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_can_be_answered_once()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var session = await OidcSession.RegisterForCodeAsync(server);
        using var browser = Browser(server);
        var page = await browser.GetStringAsync(AuthorizePath(session));
        using var first = await DecideAsync(browser, page, "deny");

        using var second = await DecideAsync(browser, page, "allow");

        Assert.Equal(HttpStatusCode.BadRequest, second.StatusCode);
        Assert.Null(second.Headers.Location);
    }

    [Fact]
    public async Task A_wrong_verifier_is_refused_and_spends_the_code()
    {
        await using var server = await StartAutoApprovedAsync();
        using var session = await OidcSession.RegisterForCodeAsync(server);
        var code = await CodeAsync(server, session);

        await Assert.ThrowsAsync<InvalidGrantException>(() => RedeemAsync(session, code, verifier: Verifier + "x"));
        await Assert.ThrowsAsync<InvalidGrantException>(() => RedeemAsync(session, code));
    }

    [Fact]
    public async Task A_code_works_once()
    {
        await using var server = await StartAutoApprovedAsync();
        using var session = await OidcSession.RegisterForCodeAsync(server);
        var code = await CodeAsync(server, session);
        await RedeemAsync(session, code);

        await Assert.ThrowsAsync<InvalidGrantException>(() => RedeemAsync(session, code));
    }

    [Fact]
    public async Task The_token_request_must_repeat_the_redirect_uri_with_its_port()
    {
        await using var server = await StartAutoApprovedAsync();
        using var session = await OidcSession.RegisterForCodeAsync(server);
        var code = await CodeAsync(server, session);

        await Assert.ThrowsAsync<InvalidGrantException>(() => RedeemAsync(session, code, redirectUri: "http://127.0.0.1:51235/oauth/callback"));
    }

    [Fact]
    public async Task A_code_expires()
    {
        var clock = new FakeClock();
        await using var server = await EmulatorServer.StartAsync(new EmulatorOptions { SignIn = EmulatorSignIn.AutoApprove, TimeProvider = clock });
        using var session = await OidcSession.RegisterForCodeAsync(server);
        var code = await CodeAsync(server, session);
        clock.Advance(TimeSpan.FromMinutes(10));

        await Assert.ThrowsAsync<ExpiredTokenException>(() => RedeemAsync(session, code));
    }

    [Theory]
    [InlineData("redirect_uri", "http://127.0.0.1:51234/other")]
    [InlineData("redirect_uri", "http://192.0.2.1/oauth/callback")]
    [InlineData("redirect_uri", "https://127.0.0.1/oauth/callback")]
    [InlineData("client_id", "unknown")]
    public async Task A_request_that_cannot_be_trusted_is_never_redirected(string name, string value)
    {
        await using var server = await StartAutoApprovedAsync();
        using var session = await OidcSession.RegisterForCodeAsync(server);
        using var browser = Browser(server);

        using var answer = await browser.GetAsync(AuthorizePath(session, (name, value)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(answer.Headers.Location);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("code_challenge_method", "plain", "invalid_request")]
    [InlineData("code_challenge", "", "invalid_request")]
    [InlineData("response_type", "token", "unsupported_response_type")]
    public async Task A_request_without_proper_pkce_comes_back_as_an_error(string name, string value, string error)
    {
        await using var server = await StartAutoApprovedAsync();
        using var session = await OidcSession.RegisterForCodeAsync(server);
        using var browser = Browser(server);

        using var answer = await browser.GetAsync(AuthorizePath(session, (name, value)));

        Assert.Equal($"{Callback}?error={error}&state=st%26te", answer.Headers.Location!.OriginalString);
    }

    private static Task<EmulatorServer> StartAutoApprovedAsync() => EmulatorServer.StartAsync(new EmulatorOptions { SignIn = EmulatorSignIn.AutoApprove });

    private static HttpClient Browser(EmulatorServer server) => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server.Url };

    private static string AuthorizePath(OidcSession session, params (string Name, string Value)[] changes)
    {
        var query = new Dictionary<string, string>
        {
            ["response_type"] = "code",
            ["client_id"] = session.Registration.ClientId,
            ["redirect_uri"] = Callback,
            ["state"] = "st&te",
            ["code_challenge_method"] = "S256",
            ["scopes"] = "sso:account:access",
            ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
        };
        foreach (var (name, value) in changes)
        {
            query[name] = value;
        }

        return "authorize?" + string.Join('&', query.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
    }

    private static Task<HttpResponseMessage> DecideAsync(HttpClient browser, string page, string decision) =>
        browser.PostAsync("authorize", new FormUrlEncodedContent(new Dictionary<string, string> { ["request_id"] = RequestId().Match(page).Groups[1].Value, ["decision"] = decision }));

    private static async Task<string> CodeAsync(EmulatorServer server, OidcSession session)
    {
        using var browser = Browser(server);
        using var answer = await browser.GetAsync(AuthorizePath(session));
        return Code(answer);
    }

    private static string Code(HttpResponseMessage answer) => HttpUtility.ParseQueryString(answer.Headers.Location!.Query)["code"]!;

    private static Task<CreateTokenResponse> RedeemAsync(OidcSession session, string code, string redirectUri = Callback, string verifier = Verifier) =>
        session.CreateTokenAsync("authorization_code", request =>
        {
            request.Code = code;
            request.RedirectUri = redirectUri;
            request.CodeVerifier = verifier;
        });

    [GeneratedRegex("name=\"request_id\" value=\"([^\"]+)\"")]
    private static partial Regex RequestId();
}
