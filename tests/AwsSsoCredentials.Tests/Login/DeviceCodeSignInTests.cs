using AwsSsoCredentials.Profiles;
using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Tests.Tokens;
using AwsSsoCredentials.Tokens;
using AwsSsoCredentials.Tokens.Cache;
using IdentityCenterEmulator;

namespace AwsSsoCredentials.Tests.Login;

public sealed class DeviceCodeSignInTests
{
    private static readonly OidcToken Token = new("access-secret", TimeSpan.FromHours(8), "refresh-secret");

    [Fact]
    public async Task A_login_over_http_writes_the_token_as_the_cli_does()
    {
        await using var room = await TokenRoom.WithEmulatorAsync(options => options.SignIn = EmulatorSignIn.AutoApprove);
        var token = await LoginAsync(room);
        var file = File.ReadAllText(room.TokenPath);
        Assert.Equal(
            $"{{\"startUrl\": \"{TokenRoom.StartUrl}\", \"region\": \"us-east-1\", \"accessToken\": \"{token.AccessToken}\","
            + $" \"expiresAt\": \"{TokenRoom.Time(room.Now.AddHours(1))}\", \"clientId\": \"{token.ClientId}\","
            + $" \"clientSecret\": \"{token.ClientSecret}\","
            + $" \"registrationExpiresAt\": \"{TokenRoom.Time(room.Now.AddDays(90))}\", \"refreshToken\": \"{token.RefreshToken}\"}}",
            file);
        using var portal = room.Services.OpenPortal(room.Services.PortalConnection(TokenRoom.Session, null));
        Assert.NotNull(await portal.GetRoleCredentialsAsync(token.AccessToken, "111122223333", "Developer", CancellationToken.None));
    }

    [Fact]
    public async Task A_person_who_takes_a_while_is_waited_for()
    {
        await using var room = await TokenRoom.WithEmulatorAsync(options => options.PollInterval = TimeSpan.FromSeconds(5));
        room.Clock.OnPause = () =>
        {
            if (room.Clock.Pauses.Count == 3)
            {
                room.Emulator.Approve(Assert.Single(room.Emulator.PendingUserCodes));
            }
        };
        await LoginAsync(room);
        Assert.Equal(4, room.Emulator.Calls.Count(EmulatorOperation.CreateToken));
        Assert.All(room.Clock.Pauses, pause => Assert.Equal(TimeSpan.FromSeconds(5), pause));
    }

    [Fact]
    public async Task A_person_who_denies_is_access_denied()
    {
        await using var room = await TokenRoom.WithEmulatorAsync(options => options.SignIn = EmulatorSignIn.AutoDeny);
        await Assert.ThrowsAsync<SsoAccessDeniedException>(() => LoginAsync(room));
        Assert.False(File.Exists(room.TokenPath));
    }

    [Fact]
    [Trait("Case", "80")]
    public async Task Case_80_a_code_that_expires_over_http_says_start_again()
    {
        await using var room = await TokenRoom.WithEmulatorAsync(options => options.DeviceCodeLifetime = TimeSpan.FromSeconds(30));
        var error = await Assert.ThrowsAsync<SsoLoginRequiredException>(() => LoginAsync(room));
        Assert.Contains("expired before it was confirmed; start again", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Url_and_code_are_printed_before_the_first_poll()
    {
        await using var room = TokenRoom.WithScript(Script(out var oidc, Token));
        oidc.OnCreateToken = () =>
        {
            Assert.Contains(room.Log.Informations, line => line.Contains("ABCD-EFGH", StringComparison.Ordinal));
            Assert.Contains(room.Log.Informations, line => line.Contains(oidc.Authorization.VerificationUri, StringComparison.Ordinal));
        };
        await LoginAsync(room);
        Assert.Single(oidc.Requests);
        Assert.Empty(room.Clock.Pauses);
    }

    [Fact]
    [Trait("Case", "79")]
    public async Task Case_79_each_slow_down_adds_five_seconds()
    {
        await using var room = TokenRoom.WithScript(Script(
            out _,
            ServiceFailureKind.AuthorizationPending,
            ServiceFailureKind.SlowDown,
            ServiceFailureKind.AuthorizationPending,
            ServiceFailureKind.SlowDown,
            ServiceFailureKind.AuthorizationPending,
            Token));
        await LoginAsync(room);
        Assert.Equal([5, 10, 10, 15, 15], room.Clock.Pauses.Select(pause => pause.TotalSeconds));
    }

    [Fact]
    [Trait("Case", "79")]
    public async Task Case_79_the_time_limit_ends_the_waiting()
    {
        await using var room = TokenRoom.WithScript(Script(out _, Pending(100)));
        var settings = Settings();
        settings.Timeout = TimeSpan.FromMinutes(1);
        var error = await Assert.ThrowsAsync<SsoLoginRequiredException>(() => LoginAsync(room, settings: settings));
        Assert.Contains("within 1 minutes", error.Message, StringComparison.Ordinal);
        Assert.Equal(12, room.Clock.Pauses.Count);
    }

    [Fact]
    [Trait("Case", "79")]
    public async Task Case_79_cancelling_ends_the_waiting()
    {
        await using var room = TokenRoom.WithScript(Script(out _, Pending(100)));
        room.Clock.PausesPassAtOnce = false;
        using var stop = new CancellationTokenSource();
        room.Clock.OnPause = stop.Cancel;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            room.Login.LoginAsync(TokenRoom.Session, "dev", Settings(), true, null, stop.Token));
    }

    [Fact]
    [Trait("Case", "80")]
    public async Task Case_80_an_expired_code_says_start_again()
    {
        await using var room = TokenRoom.WithScript(
            Script(out _, ServiceFailureKind.AuthorizationPending, ServiceFailureKind.ExpiredToken));
        var error = await Assert.ThrowsAsync<SsoLoginRequiredException>(() => LoginAsync(room));
        Assert.Contains("start again", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "80")]
    public async Task Case_80_no_poll_is_waited_for_that_comes_after_the_code_expires()
    {
        await using var room = TokenRoom.WithScript(Script(out var oidc, Pending(100)));
        oidc.Authorization = oidc.Authorization with { ExpiresIn = TimeSpan.FromSeconds(12) };
        await Assert.ThrowsAsync<SsoLoginRequiredException>(() => LoginAsync(room));
        Assert.Equal(2, room.Clock.Pauses.Count);
    }

    [Theory]
    [Trait("Case", "81")]
    [InlineData(0, 1)]
    [InlineData(3, 3)]
    public async Task Case_81_the_interval_is_the_services_but_never_nothing(int interval, int expected)
    {
        // The default of 5 s where the member is absent is the client's, and tested there.
        await using var room = TokenRoom.WithScript(Script(out var oidc, ServiceFailureKind.AuthorizationPending, Token));
        oidc.Authorization = oidc.Authorization with { Interval = TimeSpan.FromSeconds(interval) };
        await LoginAsync(room);
        Assert.Equal(TimeSpan.FromSeconds(expected), Assert.Single(room.Clock.Pauses));
    }

    [Fact]
    [Trait("Case", "81")]
    public async Task Case_81_an_answer_without_interval_means_five_seconds()
    {
        await using var room = await TokenRoom.WithEmulatorAsync();
        room.Emulator.Faults.Set(EmulatorOperation.StartDeviceAuthorization, EmulatorFault.Omit("interval"));
        room.Clock.OnPause = () => room.Emulator.Approve(Assert.Single(room.Emulator.PendingUserCodes));
        await LoginAsync(room);
        Assert.Equal(TimeSpan.FromSeconds(5), Assert.Single(room.Clock.Pauses));
    }

    [Fact]
    [Trait("Case", "82")]
    public async Task Case_82_access_denied_stops()
    {
        await using var room = TokenRoom.WithScript(Script(out var oidc, ServiceFailureKind.AccessDenied));
        await Assert.ThrowsAsync<SsoAccessDeniedException>(() => LoginAsync(room));
        Assert.Single(oidc.Requests);
    }

    [Fact]
    [Trait("Case", "82")]
    public async Task Case_82_a_refused_client_is_registered_anew_once()
    {
        await using var room = TokenRoom.WithScript(Script(out var oidc, ServiceFailureKind.InvalidClient, Token));
        Assert.Equal("client-2", (await LoginAsync(room)).ClientId);
        Assert.Equal(2, oidc.StartUrls.Count);
        Assert.Equal("client-2", room.Registrations.Find(TokenRoom.Session, SsoLoginFlow.DeviceCode)!.ClientId);
    }

    [Fact]
    [Trait("Case", "82")]
    public async Task Case_82_a_client_that_is_refused_twice_is_an_error()
    {
        await using var room = TokenRoom.WithScript(
            Script(out var oidc, ServiceFailureKind.InvalidClient, ServiceFailureKind.InvalidClient));
        await Assert.ThrowsAsync<SsoServiceException>(() => LoginAsync(room));
        Assert.Equal(2, oidc.Registrations.Count);
    }

    [Fact]
    [Trait("Case", "82")]
    public async Task Case_82_a_cached_registration_that_the_service_forgot_is_replaced()
    {
        await using var room = await TokenRoom.WithEmulatorAsync(options => options.SignIn = EmulatorSignIn.AutoApprove);
        await room.Registrations.SaveAsync(
            TokenRoom.Session,
            new ClientRegistration("forgotten", "secret", room.Now.AddDays(1), SsoLoginFlow.DeviceCode),
            CancellationToken.None);
        Assert.NotEqual("forgotten", (await LoginAsync(room)).ClientId);
    }

    [Fact]
    public async Task A_few_dropped_polls_do_not_end_the_login()
    {
        await using var room = TokenRoom.WithScript(Script(
            out _,
            ServiceFailureKind.Unreachable,
            ServiceFailureKind.TimedOut,
            ServiceFailureKind.ServerError,
            ServiceFailureKind.Throttled,
            Token));
        Assert.Equal("access-secret", (await LoginAsync(room)).AccessToken);
    }

    [Fact]
    public async Task A_service_that_stays_away_ends_the_login()
    {
        object[] answers = [.. Enumerable.Repeat<object>(ServiceFailureKind.Unreachable, 20)];
        await using var room = TokenRoom.WithScript(Script(out var oidc, answers));
        await Assert.ThrowsAsync<SsoServiceException>(() => LoginAsync(room));
        Assert.Equal(5, oidc.Requests.Count);
    }

    [Fact]
    public async Task A_refused_start_url_is_an_error_of_the_configuration()
    {
        await using var room = await TokenRoom.WithEmulatorAsync(options => options.StartUrls.Add("https://d-other.awsapps.com/start"));
        var error = await Assert.ThrowsAsync<SsoConfigurationException>(() => LoginAsync(room));
        Assert.Contains(TokenRoom.StartUrl, error.Message, StringComparison.Ordinal);
        Assert.Contains("sso_region", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_with_the_code_filled_in_is_opened_where_a_browser_can_be()
    {
        await using var room = TokenRoom.WithScript(Script(out var oidc, Token));
        room.Browser.CanOpen = true;
        await LoginAsync(room);
        Assert.Equal(oidc.Authorization.VerificationUriComplete, Assert.Single(room.Browser.Opened).AbsoluteUri);
    }

    [Fact]
    public async Task No_browser_is_opened_where_there_is_none()
    {
        await using var room = TokenRoom.WithScript(Script(out _, Token));
        await LoginAsync(room);
        Assert.Empty(room.Browser.Opened);
    }

    [Fact]
    public async Task A_legacy_login_asks_for_no_scopes_and_is_named_after_the_start_url()
    {
        await using var room = TokenRoom.WithScript(Script(out var oidc, Token));
        await LoginAsync(room, TokenRoom.Legacy);
        Assert.Empty(Assert.Single(oidc.Registrations).Scopes);
        Assert.Empty(oidc.Registrations[0].GrantTypes);
        Assert.True(File.Exists(room.Cache.PathOf(TokenRoom.Legacy)));
    }

    [Fact]
    public async Task A_session_without_scopes_asks_for_the_default_scope()
    {
        await using var room = TokenRoom.WithScript(Script(out var oidc, Token));
        await LoginAsync(room, TokenRoom.Session with { RegistrationScopes = [] });
        Assert.Equal(["sso:account:access"], Assert.Single(oidc.Registrations).Scopes);
    }

    [Fact]
    [Trait("Case", "96")]
    public async Task Case_96_a_login_logs_no_secret()
    {
        await using var room = TokenRoom.WithScript(
            Script(out var oidc, ServiceFailureKind.Unreachable, ServiceFailureKind.SlowDown, Token));
        await LoginAsync(room);
        string[] secrets = ["access-secret", "refresh-secret", "client-secret", "device-code-secret"];
        Assert.All(room.Log.All, line => Assert.All(secrets, secret => Assert.DoesNotContain(secret, line, StringComparison.Ordinal)));
        Assert.All(
            oidc.Requests,
            request => Assert.All(secrets, secret => Assert.DoesNotContain(secret, request.ToString(), StringComparison.Ordinal)));
    }

    private static Task<SsoToken> LoginAsync(TokenRoom room, SsoSession? session = null, LoginSsoSettings? settings = null) =>
        room.Login.LoginAsync(session ?? TokenRoom.Session, "dev", settings ?? Settings(), true, null, CancellationToken.None);

    private static LoginSsoSettings Settings() => new() { Flow = SsoLoginFlow.DeviceCode };

    private static object[] Pending(int times) => [.. Enumerable.Repeat<object>(ServiceFailureKind.AuthorizationPending, times)];

    private static ScriptedOidc Script(out ScriptedOidc oidc, params object[] answers)
    {
        oidc = new ScriptedOidc();
        foreach (var answer in answers)
        {
            oidc.Answers.Enqueue(answer);
        }

        return oidc;
    }
}
