using AwsSsoCredentials.Profiles;
using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Tests.Tokens;
using AwsSsoCredentials.Tokens;

namespace AwsSsoCredentials.Tests.Login;

public sealed class SsoLoginTests
{
    private static readonly OidcToken Token = new("new-access", TimeSpan.FromHours(8), "new-refresh");

    [Fact]
    public async Task A_valid_token_makes_the_login_needless()
    {
        await using var room = TokenRoom.WithoutServices();
        room.WriteToken(TimeSpan.FromHours(1));
        Assert.Equal("access-secret", (await LoginAsync(room, new LoginSsoSettings())).AccessToken);
        Assert.Contains("Already logged in", Assert.Single(room.Log.Informations), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_valid_token_makes_the_login_needless_also_where_nobody_is()
    {
        await using var room = TokenRoom.WithoutServices();
        room.WriteToken(TimeSpan.FromHours(1));
        Assert.NotNull(await room.Login.LoginAsync(TokenRoom.Session, "dev", new LoginSsoSettings(), false, null, CancellationToken.None));
    }

    [Fact]
    public async Task A_token_that_can_be_refreshed_makes_the_login_needless()
    {
        await using var room = await TokenRoom.WithEmulatorAsync();
        room.IssueToken(TimeSpan.Zero);
        await room.Login.LoginAsync(TokenRoom.Session, "dev", new LoginSsoSettings(), false, null, CancellationToken.None);
        Assert.Equal(1, room.Emulator.Calls.Total);
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(20, false)]
    public async Task The_minimum_lifetime_decides_whether_a_token_is_valid(int minutes, bool login)
    {
        await using var room = TokenRoom.WithScript(Script(Token));
        room.WriteToken(TimeSpan.FromMinutes(minutes), refreshToken: null);
        Assert.Equal(login ? "new-access" : "access-secret", (await LoginAsync(room, new LoginSsoSettings())).AccessToken);
    }

    [Fact]
    public async Task Without_skipping_a_new_token_is_obtained_and_replaces_the_whole_file()
    {
        await using var room = TokenRoom.WithScript(Script(Token));
        var path = room.WriteToken(TimeSpan.FromHours(1));
        File.WriteAllText(path, File.ReadAllText(path).Replace("{", "{\"other\": 1, ", StringComparison.Ordinal));
        await LoginAsync(room, new LoginSsoSettings { SkipIfValid = false });
        Assert.Contains("new-access", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.DoesNotContain("other", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Case", "85")]
    [InlineData(false, null)]
    [InlineData(true, false)]
    public async Task Case_85_without_a_person_the_login_fails_at_once(bool somebodyIsThere, bool? interactive)
    {
        var oidc = Script();
        await using var room = TokenRoom.WithScript(oidc);
        room.Browser.CanOpen = true;
        var error = await Assert.ThrowsAsync<SsoLoginRequiredException>(() => room.Login.LoginAsync(
            TokenRoom.Session, "dev", new LoginSsoSettings { Interactive = interactive }, somebodyIsThere, null, CancellationToken.None));
        Assert.Contains("aws sso login --sso-session corp", error.Message, StringComparison.Ordinal);
        Assert.Contains("Interactive = true", error.Message, StringComparison.Ordinal);
        Assert.Empty(oidc.Registrations);
        Assert.Empty(room.Browser.Opened);
        Assert.Empty(room.Clock.Pauses);
    }

    [Fact]
    [Trait("Case", "85")]
    public async Task Case_85_interactive_overrides_the_detection()
    {
        await using var room = TokenRoom.WithScript(Script(Token));
        var settings = new LoginSsoSettings { Interactive = true };
        Assert.NotNull(await room.Login.LoginAsync(TokenRoom.Session, "dev", settings, false, null, CancellationToken.None));
    }

    [Fact]
    public async Task A_broken_token_file_is_replaced_by_a_login()
    {
        await using var room = TokenRoom.WithScript(Script(Token));
        var path = room.WriteToken("{\"accessToken\": ");
        await LoginAsync(room, new LoginSsoSettings());
        Assert.Contains("new-access", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Auto_takes_the_device_code_where_no_browser_can_be_opened()
    {
        var oidc = Script(Token);
        await using var room = TokenRoom.WithScript(oidc);
        await LoginAsync(room, new LoginSsoSettings());
        Assert.IsType<OidcTokenRequest.FromDeviceCode>(Assert.Single(oidc.Requests));
    }

    [Theory]
    [InlineData(SsoLoginFlow.Auto)]
    [InlineData(SsoLoginFlow.Browser)]
    public async Task A_legacy_login_always_takes_the_device_code(SsoLoginFlow wanted)
    {
        var oidc = Script(Token);
        await using var room = TokenRoom.WithScript(oidc);
        room.Browser.CanOpen = true;
        await room.Login.LoginAsync(TokenRoom.Legacy, "dev", new LoginSsoSettings { Flow = wanted }, true, null, CancellationToken.None);
        Assert.IsType<OidcTokenRequest.FromDeviceCode>(Assert.Single(oidc.Requests));
    }

    [Fact]
    public async Task A_token_that_the_portal_refused_is_not_good_enough()
    {
        await using var room = TokenRoom.WithScript(Script(Token));
        room.WriteToken(TimeSpan.FromHours(1), refreshToken: null);
        var token = await room.Login.LoginAsync(
            TokenRoom.Session, "dev", new LoginSsoSettings(), true, "access-secret", CancellationToken.None);
        Assert.Equal("new-access", token.AccessToken);
    }

    [Fact]
    [Trait("Case", "75")]
    public async Task Case_75_a_living_token_of_another_start_url_is_replaced_by_a_login()
    {
        await using var room = TokenRoom.WithScript(Script(Token));
        room.WriteToken(TimeSpan.FromHours(1));
        var session = TokenRoom.Session with { StartUrl = "https://d-1111111111.awsapps.com/start" };
        var token = await room.Login.LoginAsync(session, "dev", new LoginSsoSettings(), true, null, CancellationToken.None);
        Assert.Equal("new-access", token.AccessToken);
        Assert.Equal(session.StartUrl, token.StartUrl);
    }

    [Fact]
    public async Task Two_profiles_of_one_session_ask_once()
    {
        var oidc = Script(Token);
        await using var room = TokenRoom.WithScript(oidc);
        await Task.WhenAll(
            Task.Run(() => LoginAsync(room, new LoginSsoSettings())),
            Task.Run(() => LoginAsync(room, new LoginSsoSettings())));
        Assert.Single(oidc.Requests);
    }

    [Fact]
    public async Task Logins_that_only_share_the_folder_ask_once()
    {
        var oidc = Script(Token);
        await using var room = TokenRoom.WithScript(oidc);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => room.NewLogin().LoginAsync(
            TokenRoom.Session, "dev", new LoginSsoSettings(), true, null, CancellationToken.None))));
        Assert.Single(oidc.Requests);
        Assert.Equal(4, room.Log.Informations.Count(line => line.StartsWith("Already logged in", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Somebody_elses_login_is_waited_for_as_long_as_for_a_person()
    {
        await using var room = TokenRoom.WithScript(Script());
        using var other = await room.Cache.LockLoginAsync(TokenRoom.Session, TimeSpan.FromMinutes(1), CancellationToken.None);
        var error = await Assert.ThrowsAsync<SsoLoginRequiredException>(() =>
            LoginAsync(room, new LoginSsoSettings { Timeout = TimeSpan.FromMilliseconds(50) }));
        Assert.Contains("end that build", error.Message, StringComparison.Ordinal);
        Assert.Contains("aws sso login --sso-session corp", error.Message, StringComparison.Ordinal);
        Assert.Contains("waiting for that login", Assert.Single(room.Log.Informations), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_a_person_is_asked_the_token_itself_is_free()
    {
        await using var room = await TokenRoom.WithEmulatorAsync();
        room.IssueToken(TimeSpan.Zero);
        using var login = await room.Cache.LockLoginAsync(TokenRoom.Session, TimeSpan.FromMinutes(1), CancellationToken.None);
        Assert.NotNull(await room.GetAsync());
    }

    [Fact]
    public async Task Where_nobody_is_there_no_login_of_others_is_waited_for()
    {
        await using var room = TokenRoom.WithScript(Script());
        using var other = await room.Cache.LockLoginAsync(TokenRoom.Session, TimeSpan.FromMinutes(1), CancellationToken.None);
        await Assert.ThrowsAsync<SsoLoginRequiredException>(() => room.Login.LoginAsync(
            TokenRoom.Session, "dev", new LoginSsoSettings(), false, null, CancellationToken.None));
        Assert.Empty(room.Log.Informations);
    }

    [Fact]
    public async Task A_timeout_of_nothing_is_refused()
    {
        await using var room = TokenRoom.WithoutServices();
        await Assert.ThrowsAsync<SsoConfigurationException>(() => LoginAsync(room, new LoginSsoSettings { Timeout = TimeSpan.Zero }));
    }

    [Fact]
    public async Task A_refused_scope_names_the_key_to_check()
    {
        await using var room = TokenRoom.WithScript(Script(ServiceFailureKind.InvalidScope));
        var session = new SsoSession("corp", TokenRoom.StartUrl, "us-east-1", ["a:b"]);
        var error = await Assert.ThrowsAsync<SsoConfigurationException>(() =>
            room.Login.LoginAsync(session, null, new LoginSsoSettings(), true, null, CancellationToken.None));
        Assert.Contains("sso_registration_scopes", error.Message, StringComparison.Ordinal);
        Assert.Contains("a:b", error.Message, StringComparison.Ordinal);
    }

    private static Task<SsoToken> LoginAsync(TokenRoom room, LoginSsoSettings settings) =>
        room.Login.LoginAsync(TokenRoom.Session, "dev", settings, true, null, CancellationToken.None);

    private static ScriptedOidc Script(params object[] answers)
    {
        var oidc = new ScriptedOidc();
        foreach (var answer in answers)
        {
            oidc.Answers.Enqueue(answer);
        }

        return oidc;
    }
}
