using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Services.Tests.Support;
using IdentityCenterEmulator;

namespace AwsSsoCredentials.Services.Tests;

public sealed class OidcClientTests
{
    private const string StartUrl = "https://example.awsapps.com/start";

    private static readonly OidcRegistrationRequest Registration = new("cake-tests", ["sso:account:access"], [], [], null);

    [Fact]
    public async Task A_device_login_gives_a_token_that_the_portal_takes()
    {
        await using var emulator = await EmulatorServer.StartAsync(new EmulatorOptions { SignIn = EmulatorSignIn.AutoApprove });
        using var oidc = emulator.Oidc();

        var client = await oidc.RegisterClientAsync(Registration, CancellationToken.None);
        var device = await oidc.StartDeviceAuthorizationAsync(client.ClientId, client.ClientSecret, StartUrl, CancellationToken.None);
        var token = await oidc.CreateTokenAsync(
            new OidcTokenRequest.FromDeviceCode(client.ClientId, client.ClientSecret, device.DeviceCode), CancellationToken.None);

        Assert.True(client.ExpiresAt > DateTimeOffset.UtcNow.AddDays(80));
        Assert.StartsWith("http", device.VerificationUri, StringComparison.Ordinal);
        Assert.NotEmpty(device.UserCode);
        Assert.InRange(device.ExpiresIn, TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(10));
        Assert.InRange(token.ExpiresIn, TimeSpan.FromMinutes(59), TimeSpan.FromHours(1));
        using var portal = emulator.CreatePortal();
        Assert.NotEmpty((await portal.GetAsync(token.AccessToken)).SessionToken);
    }

    [Fact]
    public async Task A_refresh_gives_a_new_token()
    {
        await using var emulator = await EmulatorServer.StartAsync();
        var old = emulator.IssueToken();
        using var oidc = emulator.Oidc();

        var token = await oidc.CreateTokenAsync(
            new OidcTokenRequest.FromRefreshToken(old.ClientId, old.ClientSecret, old.RefreshToken!), CancellationToken.None);

        Assert.NotEqual(old.AccessToken, token.AccessToken);
        Assert.NotNull(token.RefreshToken);
        Assert.DoesNotContain(token.AccessToken, token.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "81")]
    public async Task Case_81_Without_an_interval_the_pause_is_five_seconds()
    {
        var device = await StartAsync(EmulatorFault.Omit("interval"));

        Assert.Equal(TimeSpan.FromSeconds(5), device.Interval);
    }

    [Fact]
    [Trait("Case", "81")]
    public async Task Case_81_A_negative_interval_counts_as_none()
    {
        var device = await StartAsync(EmulatorFault.Replace("interval", -1));

        Assert.Equal(TimeSpan.FromSeconds(5), device.Interval);
    }

    [Fact]
    [Trait("Case", "82")]
    public async Task Case_82_A_wrong_client_secret_is_an_invalid_client()
    {
        await using var emulator = await EmulatorServer.StartAsync();
        var token = emulator.IssueToken();
        using var oidc = emulator.Oidc();

        var failure = await Assert.ThrowsAsync<ServiceFailureException>(() => oidc.CreateTokenAsync(
            new OidcTokenRequest.FromRefreshToken(token.ClientId, "a-wrong-secret", token.RefreshToken!), CancellationToken.None));

        Assert.Equal(ServiceFailureKind.InvalidClient, failure.Kind);
        Assert.Contains("HTTP 401", failure.Message, StringComparison.Ordinal);
        EmulatorExtensions.AssertClean(failure, "a-wrong-secret", token.RefreshToken);
    }

    [Fact]
    [Trait("Case", "82")]
    public async Task Case_82_A_person_who_refuses_is_access_denied()
    {
        await using var emulator = await EmulatorServer.StartAsync(new EmulatorOptions { SignIn = EmulatorSignIn.AutoDeny });
        using var oidc = emulator.Oidc();
        var client = await oidc.RegisterClientAsync(Registration, CancellationToken.None);
        var device = await oidc.StartDeviceAuthorizationAsync(client.ClientId, client.ClientSecret, StartUrl, CancellationToken.None);

        var failure = await Assert.ThrowsAsync<ServiceFailureException>(() => oidc.CreateTokenAsync(
            new OidcTokenRequest.FromDeviceCode(client.ClientId, client.ClientSecret, device.DeviceCode), CancellationToken.None));

        Assert.Equal(ServiceFailureKind.AccessDenied, failure.Kind);
        EmulatorExtensions.AssertClean(failure, client.ClientSecret, device.DeviceCode);
    }

    [Fact]
    public async Task Polling_before_the_person_decided_is_pending()
    {
        await using var emulator = await EmulatorServer.StartAsync();
        using var oidc = emulator.Oidc();
        var client = await oidc.RegisterClientAsync(Registration, CancellationToken.None);
        var device = await oidc.StartDeviceAuthorizationAsync(client.ClientId, client.ClientSecret, StartUrl, CancellationToken.None);

        var failure = await Assert.ThrowsAsync<ServiceFailureException>(() => oidc.CreateTokenAsync(
            new OidcTokenRequest.FromDeviceCode(client.ClientId, client.ClientSecret, device.DeviceCode), CancellationToken.None));

        Assert.Equal(ServiceFailureKind.AuthorizationPending, failure.Kind);
    }

    // ServiceFailureKind is internal, and a test method is public: its name stands for it.
    [Theory]
    [InlineData("authorization_pending", 400, nameof(ServiceFailureKind.AuthorizationPending))]
    [InlineData("slow_down", 400, nameof(ServiceFailureKind.SlowDown))]
    [InlineData("expired_token", 400, nameof(ServiceFailureKind.ExpiredToken))]
    [InlineData("access_denied", 400, nameof(ServiceFailureKind.AccessDenied))]
    [InlineData("invalid_grant", 400, nameof(ServiceFailureKind.InvalidGrant))]
    [InlineData("invalid_client", 401, nameof(ServiceFailureKind.InvalidClient))]
    [InlineData("invalid_request", 400, nameof(ServiceFailureKind.InvalidRequest))]
    [InlineData("invalid_scope", 400, nameof(ServiceFailureKind.InvalidScope))]
    [InlineData("unauthorized_client", 400, nameof(ServiceFailureKind.UnauthorizedClient))]
    [InlineData("unsupported_grant_type", 400, nameof(ServiceFailureKind.UnauthorizedClient))]
    [InlineData("invalid_redirect_uri", 400, nameof(ServiceFailureKind.InvalidRequest))]
    [InlineData("server_error", 500, nameof(ServiceFailureKind.ServerError))]
    public async Task An_oauth_error_without_the_header_of_AWS_is_understood(string error, int status, string kind)
    {
        var failure = await FailAsync(EmulatorFault.Body($$"""{"error":"{{error}}","error_description":"Said so"}""", statusCode: status));

        Assert.Equal(kind, failure.Kind.ToString());
        Assert.Contains("Said so", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AuthorizationPendingException", 400, nameof(ServiceFailureKind.AuthorizationPending))]
    [InlineData("SlowDownException", 400, nameof(ServiceFailureKind.SlowDown))]
    [InlineData("ExpiredTokenException", 400, nameof(ServiceFailureKind.ExpiredToken))]
    [InlineData("AccessDeniedException", 400, nameof(ServiceFailureKind.AccessDenied))]
    [InlineData("InvalidGrantException", 400, nameof(ServiceFailureKind.InvalidGrant))]
    [InlineData("InvalidClientException", 401, nameof(ServiceFailureKind.InvalidClient))]
    [InlineData("InvalidScopeException", 400, nameof(ServiceFailureKind.InvalidScope))]
    [InlineData("UnsupportedGrantTypeException", 400, nameof(ServiceFailureKind.UnauthorizedClient))]
    [InlineData("InternalServerException", 500, nameof(ServiceFailureKind.ServerError))]
    [InlineData("ATypeOfTomorrow", 418, nameof(ServiceFailureKind.Other))]
    public async Task The_error_type_of_AWS_is_understood(string errorType, int status, string kind)
    {
        var failure = await FailAsync(EmulatorFault.Status(status, errorType, "Said so"));

        Assert.Equal(kind, failure.Kind.ToString());
        Assert.Contains($"HTTP {status} {errorType}", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("accessToken")]
    [InlineData("expiresIn")]
    public async Task A_token_answer_that_lacks_a_member_is_unusable(string member)
    {
        await using var emulator = await EmulatorServer.StartAsync();
        var token = emulator.IssueToken();
        emulator.Faults.Set(EmulatorOperation.CreateToken, EmulatorFault.Omit(member));
        using var oidc = emulator.Oidc();

        var failure = await Assert.ThrowsAsync<ServiceFailureException>(() => oidc.CreateTokenAsync(
            new OidcTokenRequest.FromRefreshToken(token.ClientId, token.ClientSecret, token.RefreshToken!), CancellationToken.None));

        Assert.Equal(ServiceFailureKind.UnusableAnswer, failure.Kind);
        Assert.Contains($"lacks {member}", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("clientId")]
    [InlineData("clientSecret")]
    public async Task A_registration_with_a_line_feed_is_unusable(string member)
    {
        await using var emulator = await EmulatorServer.StartAsync();
        emulator.Faults.Set(EmulatorOperation.RegisterClient, EmulatorFault.Replace(member, "a\r\nb"));
        using var oidc = emulator.Oidc();

        var failure = await Assert.ThrowsAsync<ServiceFailureException>(() => oidc.RegisterClientAsync(Registration, CancellationToken.None));

        Assert.Equal(ServiceFailureKind.UnusableAnswer, failure.Kind);
        Assert.Contains($"has a value for {member} that holds characters", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<DeviceAuthorization> StartAsync(EmulatorFault fault)
    {
        await using var emulator = await EmulatorServer.StartAsync();
        emulator.Faults.Set(EmulatorOperation.StartDeviceAuthorization, fault);
        using var oidc = emulator.Oidc();
        var client = await oidc.RegisterClientAsync(Registration, CancellationToken.None);
        return await oidc.StartDeviceAuthorizationAsync(client.ClientId, client.ClientSecret, StartUrl, CancellationToken.None);
    }

    private static async Task<ServiceFailureException> FailAsync(EmulatorFault fault)
    {
        await using var emulator = await EmulatorServer.StartAsync();
        emulator.Faults.Set(EmulatorOperation.CreateToken, fault);
        using var oidc = emulator.Oidc();
        var failure = await Assert.ThrowsAsync<ServiceFailureException>(() => oidc.CreateTokenAsync(
            new OidcTokenRequest.FromAuthorizationCode("client", "the-client-secret", "the-code", "http://127.0.0.1/x", "the-verifier"),
            CancellationToken.None));
        EmulatorExtensions.AssertClean(failure, "the-client-secret", "the-code", "the-verifier");
        return failure;
    }
}
