using System.Net;
using Amazon.SSOOIDC.Model;

namespace IdentityCenterEmulator.Tests.Oidc;

public class DeviceFlowTests
{
    private readonly FakeClock _clock = new();

    [Fact]
    public async Task The_answer_names_page_code_lifetime_and_interval()
    {
        await using var server = await StartAsync();
        using var session = await OidcSession.RegisterAsync(server);

        var device = await session.StartAsync();

        Assert.Equal($"{server.Url}device", device.VerificationUri);
        Assert.Equal($"{server.Url}device?user_code={device.UserCode}", device.VerificationUriComplete);
        Assert.Matches("^[A-Z]{4}-[A-Z]{4}$", device.UserCode);
        Assert.Equal(600, device.ExpiresIn);
        Assert.Equal(5, device.Interval);
        Assert.Equal([device.UserCode], server.PendingUserCodes);
    }

    [Fact]
    public async Task The_registration_lives_ninety_days_in_epoch_seconds()
    {
        await using var server = await StartAsync();
        using var session = await OidcSession.RegisterAsync(server);

        Assert.Equal(_clock.GetUtcNow().ToUnixTimeSeconds(), session.Registration.ClientIdIssuedAt);
        Assert.Equal(_clock.GetUtcNow().AddDays(90).ToUnixTimeSeconds(), session.Registration.ClientSecretExpiresAt);
    }

    [Fact]
    public async Task A_pending_code_yields_a_token_once_it_is_approved()
    {
        await using var server = await StartAsync();
        using var session = await OidcSession.RegisterAsync(server);
        var device = await session.StartAsync();

        var pending = await Assert.ThrowsAsync<AuthorizationPendingException>(() => session.PollAsync(device.DeviceCode));
        server.Approve(device.UserCode.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal));
        var token = await session.PollAsync(device.DeviceCode);

        Assert.Equal("authorization_pending", pending.Error);
        Assert.Equal("Bearer", token.TokenType);
        Assert.Equal(3600, token.ExpiresIn);
        Assert.NotEmpty(token.AccessToken);
        Assert.NotEmpty(token.RefreshToken);
    }

    [Fact]
    public async Task A_denied_code_is_access_denied()
    {
        await using var server = await StartAsync();
        using var session = await OidcSession.RegisterAsync(server);
        var device = await session.StartAsync();
        server.Deny(device.UserCode);

        var exception = await Assert.ThrowsAsync<AccessDeniedException>(() => session.PollAsync(device.DeviceCode));

        Assert.Equal("access_denied", exception.Error);
    }

    [Fact]
    public async Task Auto_deny_denies_without_a_person()
    {
        await using var server = await StartAsync(options => options.SignIn = EmulatorSignIn.AutoDeny);
        using var session = await OidcSession.RegisterAsync(server);

        await Assert.ThrowsAsync<AccessDeniedException>(() => session.SignInAsync(server));
    }

    [Fact]
    public async Task Polling_faster_than_the_interval_is_slowed_down_until_the_client_waits()
    {
        await using var server = await StartAsync();
        using var session = await OidcSession.RegisterAsync(server);
        var device = await session.StartAsync();

        await Assert.ThrowsAsync<AuthorizationPendingException>(() => session.PollAsync(device.DeviceCode));
        _clock.Advance(TimeSpan.FromSeconds(4));
        var exception = await Assert.ThrowsAsync<SlowDownException>(() => session.PollAsync(device.DeviceCode));
        _clock.Advance(TimeSpan.FromSeconds(5));
        await Assert.ThrowsAsync<AuthorizationPendingException>(() => session.PollAsync(device.DeviceCode));

        Assert.Equal("slow_down", exception.Error);
    }

    [Fact]
    public async Task An_interval_of_zero_never_slows_down()
    {
        await using var server = await StartAsync(options => options.PollInterval = TimeSpan.Zero);
        using var session = await OidcSession.RegisterAsync(server);
        var device = await session.StartAsync();

        await Assert.ThrowsAsync<AuthorizationPendingException>(() => session.PollAsync(device.DeviceCode));
        await Assert.ThrowsAsync<AuthorizationPendingException>(() => session.PollAsync(device.DeviceCode));
    }

    [Fact]
    public async Task A_code_expires_also_when_it_was_approved()
    {
        await using var server = await StartAsync();
        using var session = await OidcSession.RegisterAsync(server);
        var device = await session.StartAsync();
        server.Approve(device.UserCode);
        _clock.Advance(TimeSpan.FromMinutes(10));

        var exception = await Assert.ThrowsAsync<ExpiredTokenException>(() => session.PollAsync(device.DeviceCode));

        Assert.Equal("expired_token", exception.Error);
    }

    [Fact]
    public async Task A_code_works_once()
    {
        await using var server = await StartAsync(options => options.SignIn = EmulatorSignIn.AutoApprove);
        using var session = await OidcSession.RegisterAsync(server);
        var device = await session.StartAsync();
        await session.PollAsync(device.DeviceCode);

        await Assert.ThrowsAsync<InvalidGrantException>(() => session.PollAsync(device.DeviceCode));
    }

    [Fact]
    public async Task A_code_is_no_good_for_another_client()
    {
        await using var server = await StartAsync(options => options.SignIn = EmulatorSignIn.AutoApprove);
        using var owner = await OidcSession.RegisterAsync(server);
        using var other = await OidcSession.RegisterAsync(server);
        var device = await owner.StartAsync();

        await Assert.ThrowsAsync<InvalidGrantException>(() => other.PollAsync(device.DeviceCode));
    }

    [Fact]
    public async Task A_wrong_client_secret_is_an_invalid_client()
    {
        await using var server = await StartAsync();
        using var session = await OidcSession.RegisterAsync(server);

        var exception = await Assert.ThrowsAsync<InvalidClientException>(() => session.CreateTokenAsync("refresh_token", request => request.ClientSecret = "wrong"));

        Assert.Equal(HttpStatusCode.Unauthorized, exception.StatusCode);
        Assert.Equal("invalid_client", exception.Error);
    }

    [Fact]
    public async Task An_expired_registration_is_an_invalid_client()
    {
        await using var server = await StartAsync(options => options.ClientRegistrationLifetime = TimeSpan.FromHours(1));
        using var session = await OidcSession.RegisterAsync(server);
        _clock.Advance(TimeSpan.FromHours(1));

        await Assert.ThrowsAsync<InvalidClientException>(() => session.StartAsync());
    }

    [Fact]
    public async Task A_start_url_that_is_not_accepted_is_an_invalid_request()
    {
        await using var server = await StartAsync(options => options.StartUrls.Add(OidcSession.StartUrl));
        using var session = await OidcSession.RegisterAsync(server);

        await session.StartAsync();
        await Assert.ThrowsAsync<InvalidRequestException>(() => session.StartAsync("https://d-1111111111.awsapps.com/start"));
    }

    [Fact]
    public async Task An_unknown_grant_type_is_unsupported()
    {
        await using var server = await StartAsync();
        using var session = await OidcSession.RegisterAsync(server);

        await Assert.ThrowsAsync<UnsupportedGrantTypeException>(() => session.CreateTokenAsync("password", _ => { }));
    }

    [Fact]
    public async Task A_client_registered_for_codes_alone_may_not_use_the_device_flow()
    {
        await using var server = await StartAsync();
        using var session = await OidcSession.RegisterForCodeAsync(server);

        await Assert.ThrowsAsync<UnauthorizedClientException>(() => session.StartAsync());
    }

    [Fact]
    public async Task A_client_without_scopes_gets_no_refresh_token()
    {
        await using var server = await StartAsync(options => options.SignIn = EmulatorSignIn.AutoApprove);
        using var session = await OidcSession.RegisterAsync(server, request => request.Scopes = []);

        var token = await session.SignInAsync(server);

        Assert.Null(token.RefreshToken);
    }

    [Fact]
    public async Task A_client_that_is_not_public_is_refused()
    {
        await using var server = await StartAsync();

        await Assert.ThrowsAsync<InvalidClientMetadataException>(() => OidcSession.RegisterAsync(server, request => request.ClientType = "confidential"));
    }

    [Fact]
    public async Task A_redirect_uri_off_the_machine_is_refused()
    {
        await using var server = await StartAsync();

        await Assert.ThrowsAsync<InvalidRedirectUriException>(() => OidcSession.RegisterAsync(server, request => request.RedirectUris = ["http://192.0.2.1/callback"]));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task A_body_that_is_no_json_object_is_an_invalid_request(string body)
    {
        await using var server = await StartAsync();
        using var http = new HttpClient { BaseAddress = server.Url };

        using var answer = await http.PostAsync("token", new StringContent(body));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("InvalidRequestException:http://internal.amazon.com/coral/com.amazonaws.sso.oidc/", answer.Headers.GetValues("x-amzn-ErrorType").Single());
        Assert.StartsWith("{\"error\":\"invalid_request\",\"error_description\":", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approving_an_unknown_code_is_refused()
    {
        await using var server = await StartAsync();

        var exception = Assert.Throws<InvalidOperationException>(() => server.Approve("ABCD-EFGH"));

        Assert.Contains("ABCD-EFGH", exception.Message, StringComparison.Ordinal);
    }

    private Task<EmulatorServer> StartAsync(Action<EmulatorOptions>? change = null)
    {
        var options = new EmulatorOptions { TimeProvider = _clock };
        change?.Invoke(options);
        return EmulatorServer.StartAsync(options);
    }
}
