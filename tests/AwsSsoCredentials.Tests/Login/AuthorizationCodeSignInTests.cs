using System.Net;
using System.Text.RegularExpressions;
using AwsSsoCredentials.Tests.Tokens;
using AwsSsoCredentials.Tokens;
using IdentityCenterEmulator;

namespace AwsSsoCredentials.Tests.Login;

public sealed partial class AuthorizationCodeSignInTests : IDisposable
{
    private readonly HttpClient _http = new();

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task A_browser_that_signs_in_brings_back_a_token()
    {
        await using var room = await RoomAsync(EmulatorSignIn.AutoApprove);
        string? page = null;
        room.Browser.OnOpen = async url => page = await _http.GetStringAsync(url);
        var token = await LoginAsync(room);
        await room.Browser.Done;
        Assert.Contains("You can close this page", page, StringComparison.Ordinal);
        Assert.NotNull(token.RefreshToken);
        Assert.Equal(token.AccessToken, Assert.IsType<TokenLookup.Found>(
            await room.Cache.FindAsync(TokenRoom.Session, CancellationToken.None)).Token.AccessToken);
    }

    [Fact]
    public async Task A_person_who_allows_on_the_page_brings_back_a_token()
    {
        await using var room = await RoomAsync(EmulatorSignIn.Page);
        room.Browser.OnOpen = url => DecideAsync(room, url, "allow");
        Assert.NotNull(await LoginAsync(room));
        await room.Browser.Done;
    }

    [Fact]
    [Trait("Case", "83")]
    public async Task Case_83_a_person_who_denies_on_the_page_is_access_denied()
    {
        await using var room = await RoomAsync(EmulatorSignIn.Page);
        room.Browser.OnOpen = url => DecideAsync(room, url, "deny");
        var error = await Assert.ThrowsAsync<SsoAccessDeniedException>(() => LoginAsync(room));
        Assert.Contains("access_denied", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(room.TokenPath));
    }

    [Fact]
    [Trait("Case", "83")]
    public async Task Case_83_a_callback_with_a_foreign_state_does_not_end_the_login()
    {
        await using var room = await RoomAsync(EmulatorSignIn.AutoApprove);
        room.Browser.OnOpen = async url =>
        {
            foreach (var foreign in (string[])["code=abc&state=foreign", "error=access_denied", "error=access_denied&state=foreign"])
            {
                var answer = await _http.GetAsync($"{Parameter(url, "redirect_uri")}?{foreign}");
                Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            }

            await _http.GetAsync(url);
        };
        Assert.NotNull(await LoginAsync(room));
        await room.Browser.Done;
        Assert.Equal(1, room.Emulator.Calls.Count(EmulatorOperation.CreateToken));
    }

    [Fact]
    [Trait("Case", "83")]
    public async Task Case_83_requests_for_an_icon_are_ignored()
    {
        await using var room = await RoomAsync(EmulatorSignIn.AutoApprove);
        room.Browser.OnOpen = async url =>
        {
            var icon = await _http.GetAsync(new Uri(new Uri(Parameter(url, "redirect_uri")), "/favicon.ico"));
            Assert.Equal(HttpStatusCode.NotFound, icon.StatusCode);
            await _http.GetAsync(url);
        };
        Assert.NotNull(await LoginAsync(room));
        await room.Browser.Done;
    }

    [Fact]
    [Trait("Case", "83")]
    public async Task Case_83_a_browser_that_never_comes_back_is_given_up_in_time()
    {
        await using var room = await RoomAsync(EmulatorSignIn.Page);
        room.Clock.OnPause = () => room.Clock.Advance(TimeSpan.FromMinutes(10));
        var error = await Assert.ThrowsAsync<SsoLoginRequiredException>(() => LoginAsync(room));
        Assert.Contains("within 10 minutes", error.Message, StringComparison.Ordinal);
        Assert.Contains("--use-device-code", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "83")]
    public async Task Case_83_cancelling_ends_the_waiting()
    {
        await using var room = await RoomAsync(EmulatorSignIn.Page);
        using var stop = new CancellationTokenSource();
        room.Browser.OnOpen = _ => stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            room.Login.LoginAsync(TokenRoom.Session, "dev", Settings(), true, null, stop.Token));
    }

    [Fact]
    [Trait("Case", "84")]
    public async Task Case_84_a_registration_for_the_device_code_is_not_used()
    {
        await using var room = await RoomAsync(EmulatorSignIn.AutoApprove);
        room.Browser.OnOpen = url => _http.GetAsync(url);
        var device = await room.Login.LoginAsync(
            TokenRoom.Session,
            "dev",
            new LoginSsoSettings { Flow = SsoLoginFlow.DeviceCode, SkipIfValid = false },
            true,
            null,
            CancellationToken.None);
        var browser = await LoginAsync(room);
        Assert.NotEqual(device.ClientId, browser.ClientId);
        Assert.Equal(2, room.Emulator.Calls.Count(EmulatorOperation.RegisterClient));
    }

    [Fact]
    public async Task A_registration_is_reused_at_the_next_login()
    {
        await using var room = await RoomAsync(EmulatorSignIn.AutoApprove);
        room.Browser.OnOpen = url => _http.GetAsync(url);
        await LoginAsync(room);
        await LoginAsync(room);
        Assert.Equal(1, room.Emulator.Calls.Count(EmulatorOperation.RegisterClient));
        Assert.NotEqual(room.Browser.Opened[0].Query, room.Browser.Opened[1].Query);
    }

    [Fact]
    public async Task The_page_is_printed_and_asks_as_the_cli_does()
    {
        await using var room = await RoomAsync(EmulatorSignIn.AutoApprove);
        room.Browser.OnOpen = url => _http.GetAsync(url);
        await LoginAsync(room);
        var url = Assert.Single(room.Browser.Opened);
        Assert.Contains(room.Log.Informations, line => line.EndsWith(url.AbsoluteUri, StringComparison.Ordinal));
        Assert.Equal(new Uri(room.Emulator.Url, "authorize").AbsoluteUri, url.GetLeftPart(UriPartial.Path));
        Assert.Equal("code", Parameter(url, "response_type"));
        Assert.Equal("S256", Parameter(url, "code_challenge_method"));
        Assert.Equal("sso:account:access", Parameter(url, "scopes"));
        Assert.Matches("^http://127\\.0\\.0\\.1:[0-9]+/oauth/callback$", Parameter(url, "redirect_uri"));
        Assert.True(Guid.TryParseExact(Parameter(url, "state"), "D", out _));
        Assert.Equal(43, Parameter(url, "code_challenge").Length);
    }

    [Fact]
    public async Task A_refused_code_says_start_again()
    {
        await using var room = await RoomAsync(EmulatorSignIn.AutoApprove);
        room.Emulator.Faults.Set(EmulatorOperation.CreateToken, EmulatorFault.Status(400, "ExpiredTokenException"));
        room.Browser.OnOpen = url => _http.GetAsync(url);
        var error = await Assert.ThrowsAsync<SsoLoginRequiredException>(() => LoginAsync(room));
        Assert.Contains("start again", error.Message, StringComparison.Ordinal);
    }

    private static async Task<TokenRoom> RoomAsync(EmulatorSignIn signIn)
    {
        var room = await TokenRoom.WithEmulatorAsync(options => options.SignIn = signIn);
        room.Browser.CanOpen = true;

        // The person acts in real time.
        room.Clock.PausesPassAtOnce = false;
        return room;
    }

    private static Task<SsoToken> LoginAsync(TokenRoom room) =>
        room.Login.LoginAsync(TokenRoom.Session, "dev", Settings(), true, null, CancellationToken.None);

    private static LoginSsoSettings Settings() => new() { SkipIfValid = false };

    private static string Parameter(Uri url, string name) =>
        Uri.UnescapeDataString(url.Query.TrimStart('?').Split('&').Select(part => part.Split('=', 2)).Single(part => part[0] == name)[1]);

    private async Task DecideAsync(TokenRoom room, Uri url, string decision)
    {
        var page = await _http.GetStringAsync(url);
        var request = RequestId().Match(page).Groups["id"].Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["decision"] = decision, ["request_id"] = request });
        await _http.PostAsync(new Uri(room.Emulator.Url, FormAction().Match(page).Groups["action"].Value), form);
    }

    [GeneratedRegex("name=\"request_id\" value=\"(?<id>[^\"]+)\"")]
    private static partial Regex RequestId();

    [GeneratedRegex("<form[^>]* action=\"(?<action>[^\"]+)\"")]
    private static partial Regex FormAction();
}
