using System.Net;
using System.Net.Sockets;
using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Services.Tests.Support;
using IdentityCenterEmulator;

namespace AwsSsoCredentials.Services.Tests.Http;

public sealed class ServiceChannelTests
{
    private const string Token = "secret-access-token";

    [Fact]
    [Trait("Case", "91")]
    public async Task Case_91_Html_with_status_200_is_unusable()
    {
        var failure = await EmulatorExtensions.FailAsync(EmulatorFault.Html());

        Assert.Equal(ServiceFailureKind.UnusableAnswer, failure.Kind);
        Assert.Contains("text/html", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Html_with_status_403_comes_from_a_proxy_and_says_nothing_about_the_role()
    {
        var failure = await EmulatorExtensions.FailAsync(EmulatorFault.Html(403));

        Assert.Equal(ServiceFailureKind.UnusableAnswer, failure.Kind);
        Assert.Contains("proxy", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Html_with_status_502_is_a_server_error_that_may_pass()
    {
        var failure = await EmulatorExtensions.FailAsync(EmulatorFault.Html(502));

        Assert.Equal(ServiceFailureKind.ServerError, failure.Kind);
        Assert.True(failure.IsOfGateway);
        Assert.Contains("text/html, as AWS does not", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(503, "text/html; charset=utf-8", true)]
    [InlineData(504, "text/plain", true)] // "upstream request timeout" of Envoy
    [InlineData(429, "text/html", true)]
    [InlineData(503, "application/json", false)]
    [InlineData(500, "application/xml", false)]
    public async Task The_media_type_says_whether_a_gateway_spoke(int status, string mediaType, bool isOfGateway)
    {
        var failure = await EmulatorExtensions.FailAsync(EmulatorFault.Body("<p/>", mediaType, status));

        Assert.Equal(isOfGateway, failure.IsOfGateway);
        Assert.Equal(isOfGateway, failure.Message.Contains("a proxy or gateway may stand between", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Case", "96")]
    public async Task Case_96_Half_a_json_answer_is_unusable_and_its_secrets_do_not_show()
    {
        var failure = await EmulatorExtensions.FailAsync(
            EmulatorFault.Body("""{"roleCredentials":{"secretAccessKey":"a-received-secret","""));

        Assert.Equal(ServiceFailureKind.UnusableAnswer, failure.Kind);
        EmulatorExtensions.AssertClean(failure, "a-received-secret");
    }

    [Theory]
    [Trait("Case", "96")]
    [InlineData("the token secret-access-token\r\nis bad")]
    [InlineData("secret-access-token")]
    public async Task Case_96_A_message_that_repeats_the_token_is_cut(string message)
    {
        await using var emulator = await EmulatorServer.StartAsync();
        emulator.Faults.Set(EmulatorOperation.GetRoleCredentials, EmulatorFault.Status(400, "InvalidRequestException", message));
        using var portal = emulator.CreatePortal();

        var failure = await Assert.ThrowsAsync<ServiceFailureException>(() => portal.GetAsync(Token));

        Assert.Contains("***", failure.Message, StringComparison.Ordinal);
        EmulatorExtensions.AssertClean(failure, Token);
    }

    [Fact]
    [Trait("Case", "96")]
    public async Task Case_96_A_token_that_fits_no_header_does_not_show()
    {
        await using var emulator = await EmulatorServer.StartAsync();
        using var portal = emulator.CreatePortal();

        var failure = await Assert.ThrowsAsync<ServiceFailureException>(() => portal.GetAsync("bro\nken-token-value"));

        EmulatorExtensions.AssertClean(failure, "ken-token-value");
    }

    [Fact]
    [Trait("Case", "96")]
    public async Task Case_96_A_message_without_end_is_shortened()
    {
        var failure = await EmulatorExtensions.FailAsync(EmulatorFault.Status(400, "InvalidRequestException", new string('x', 100_000)));

        Assert.EndsWith("…", failure.Message.Split(" (request id")[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EmulatorDropPoint.BeforeAnswer)]
    [InlineData(EmulatorDropPoint.MidBody)]
    public async Task A_dropped_connection_is_unreachable_and_may_have_been_processed(EmulatorDropPoint point)
    {
        var failure = await EmulatorExtensions.FailAsync(EmulatorFault.Drop(point));

        Assert.Equal(ServiceFailureKind.Unreachable, failure.Kind);
        Assert.True(failure.MayHaveBeenProcessed);
        Assert.DoesNotContain("HTTP", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hanging_connection_times_out()
    {
        var failure = await EmulatorExtensions.FailAsync(EmulatorFault.Hang(), TimeSpan.FromMilliseconds(200));

        Assert.Equal(ServiceFailureKind.TimedOut, failure.Kind);
        Assert.Contains("within 0.2 s", failure.Message, StringComparison.Ordinal);
        Assert.True(failure.MayHaveBeenProcessed);
    }

    [Fact]
    public async Task An_answer_that_stops_in_the_middle_times_out()
    {
        await using var server = new CannedServer(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{", holdOpen: true);
        using var portal = new ServiceFactory(TimeProvider.System).CreatePortal(
            new ServiceConnection(server.Url, "eu-west-1") { CallTimeout = TimeSpan.FromMilliseconds(300) });

        var failure = await Assert.ThrowsAsync<ServiceFailureException>(() => portal.GetAsync(Token));

        Assert.Equal(ServiceFailureKind.TimedOut, failure.Kind);
    }

    [Fact]
    public async Task A_closed_port_is_unreachable_and_was_not_processed()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var url = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        listener.Stop();
        using var portal = new ServiceFactory(TimeProvider.System).CreatePortal(new ServiceConnection(url, "eu-west-1"));

        var failure = await Assert.ThrowsAsync<ServiceFailureException>(() => portal.GetAsync(Token));

        Assert.Equal(ServiceFailureKind.Unreachable, failure.Kind);
        Assert.False(failure.MayHaveBeenProcessed);
        EmulatorExtensions.AssertClean(failure, Token);
        Assert.Contains(url.GetLeftPart(UriPartial.Authority), failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancellation_stays_one_of_the_callers_token()
    {
        await using var emulator = await EmulatorServer.StartAsync();
        emulator.Faults.Set(EmulatorOperation.GetRoleCredentials, EmulatorFault.Hang());
        using var portal = emulator.CreatePortal();
        using var stop = new CancellationTokenSource();

        var call = portal.GetRoleCredentialsAsync(
            emulator.IssueToken().AccessToken, EmulatorExtensions.AccountId, EmulatorExtensions.RoleName, stop.Token);
        await stop.CancelAsync();

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(stop.Token, cancelled.CancellationToken);
    }

    [Fact]
    [Trait("Case", "96")]
    public async Task Case_96_A_redirect_is_not_followed_with_the_token()
    {
        await using var target = new CannedServer(CannedServer.Answer("200 OK", "Content-Type: application/json\r\n", "{}"));
        await using var server = new CannedServer(
            CannedServer.Answer("302 Found", $"Location: {target.Url}sign-in?token=abc\r\n", string.Empty));
        using var portal = new ServiceFactory(TimeProvider.System).CreatePortal(new ServiceConnection(server.Url, "eu-west-1"));

        var failure = await Assert.ThrowsAsync<ServiceFailureException>(() => portal.GetAsync(Token));

        Assert.Equal(ServiceFailureKind.UnusableAnswer, failure.Kind);
        Assert.Contains("redirect to 127.0.0.1", failure.Message, StringComparison.Ordinal);
        Assert.Empty(target.Requests);
        EmulatorExtensions.AssertClean(failure, Token);
    }

    [Fact]
    public async Task User_and_password_of_an_endpoint_do_not_show()
    {
        await using var emulator = await EmulatorServer.StartAsync();
        var url = new UriBuilder(emulator.Url) { UserName = "someone", Password = "a-password" }.Uri;
        using var portal = new ServiceFactory(TimeProvider.System).CreatePortal(new ServiceConnection(url, "eu-west-1"));

        var failure = await Assert.ThrowsAsync<ServiceFailureException>(() => portal.GetAsync(Token));

        EmulatorExtensions.AssertClean(failure, "a-password");
    }
}
