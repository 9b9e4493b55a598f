using System.Net;
using AwsSsoCredentials.Login;
using AwsSsoCredentials.Machine;
using AwsSsoCredentials.Profiles;
using AwsSsoCredentials.Services;
using AwsSsoCredentials.Services.Endpoints;
using AwsSsoCredentials.Services.Resilience;
using AwsSsoCredentials.Services.Tests.Support;
using AwsSsoCredentials.Tests.Tokens;
using IdentityCenterEmulator;

namespace AwsSsoCredentials.Tests.Login;

public sealed class VanityStartUrlTests : IDisposable
{
    private const string Vanity = "https://aws.example.com/login";

    private readonly TestWeb _web = new();
    private readonly TestLog _log = new();
    private readonly TestClock _clock = new() { PausesPassAtOnce = false };

    public void Dispose() => _web.Dispose();

    [Fact]
    public async Task A_host_of_aws_is_used_as_it_is_without_network()
    {
        Assert.Equal(("https://d-1.awsapps.com/start/#", "us-east-1"), await ResolveAsync("https://d-1.awsapps.com/start/#"));
        Assert.Empty(_web.Requests);
    }

    [Fact]
    public async Task A_vanity_host_is_followed_to_the_start_url_of_aws()
    {
        _web.Answer = _ => TestWeb.Redirect("https://d-1.awsapps.com:443/start/?x=1#y");
        Assert.Equal(("https://d-1.awsapps.com/start", "us-east-1"), await ResolveAsync(Vanity));
        Assert.Equal([$"HEAD {Vanity}"], _web.Requests);
        Assert.Empty(_log.Warnings);
    }

    [Fact]
    public async Task The_password_of_a_proxy_that_refuses_does_not_show()
    {
        _web.Answer = _ => throw new HttpRequestException(
            HttpRequestError.ProxyTunnelError, "The proxy tunnel request to proxy 'http://user:proxy-secret@proxy:8080/' failed with status code '407'.");

        var error = await Assert.ThrowsAsync<SsoServiceException>(() => ResolveAsync(Vanity));

        Assert.Contains("the proxy (HTTPS_PROXY, NO_PROXY) let nothing through", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("proxy-secret", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(405)]
    [InlineData(501)]
    public async Task A_host_that_knows_no_head_is_asked_with_get(int status)
    {
        _web.Answer = request => request.Method == HttpMethod.Head
            ? new HttpResponseMessage((HttpStatusCode)status)
            : TestWeb.Redirect("https://d-1.awsapps.com/start");
        await ResolveAsync(Vanity);
        Assert.Equal([$"HEAD {Vanity}", $"GET {Vanity}"], _web.Requests);
    }

    [Fact]
    public async Task The_region_is_read_from_the_host_and_a_difference_warned_about()
    {
        _web.Answer = _ => TestWeb.Redirect("https://ssoins-abc.portal.eu-west-1.app.aws");
        Assert.Equal(("https://ssoins-abc.portal.eu-west-1.app.aws", "eu-west-1"), await ResolveAsync(Vanity));
        Assert.Contains("sso_region = eu-west-1", Assert.Single(_log.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://awsapps.com.evil.net/start")]
    [InlineData("http://d-1.awsapps.com/start")]
    [InlineData("https://second.example.com/login")]
    [InlineData("/elsewhere")]
    public async Task A_redirect_to_anything_else_is_refused(string location)
    {
        _web.Answer = _ => TestWeb.Redirect(location);
        var error = await Assert.ThrowsAsync<SsoConfigurationException>(() => ResolveAsync(Vanity));
        Assert.Contains(Vanity, error.Message, StringComparison.Ordinal);
        Assert.Single(_web.Requests);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(404)]
    public async Task A_host_that_leads_nowhere_is_refused(int status)
    {
        _web.Answer = _ => new HttpResponseMessage((HttpStatusCode)status);
        var error = await Assert.ThrowsAsync<SsoConfigurationException>(() => ResolveAsync(Vanity));
        Assert.Contains($"status {status}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_does_not_exist_is_an_error_of_the_service() =>
        await Assert.ThrowsAsync<SsoServiceException>(() => ResolveAsync(Vanity));

    [Fact]
    public async Task A_host_that_does_not_answer_is_given_up_after_10_seconds()
    {
        _clock.OnPause = () => _clock.Advance(TimeSpan.FromSeconds(10));
        var error = await Assert.ThrowsAsync<SsoServiceException>(() => ResolveAsync(Vanity));
        Assert.Contains("within 10 s", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://d-1.awsapps.com/start")]
    [InlineData("d-1.awsapps.com/start")]
    public async Task What_is_no_https_url_is_refused(string startUrl) =>
        await Assert.ThrowsAsync<SsoConfigurationException>(() => ResolveAsync(startUrl));

    [Fact]
    public async Task The_token_is_kept_under_the_configured_url_and_the_region_that_was_used()
    {
        await using var room = await TokenRoom.WithEmulatorAsync(options =>
        {
            options.SignIn = EmulatorSignIn.AutoApprove;
            options.StartUrls.Add("https://ssoins-abc.portal.eu-west-1.app.aws");
        });
        room.Web.Answer = _ => TestWeb.Redirect("https://ssoins-abc.portal.eu-west-1.app.aws/");
        var session = TokenRoom.Session with { StartUrl = Vanity };
        var token = await room.Login.LoginAsync(
            session, null, new LoginSsoSettings { Flow = SsoLoginFlow.DeviceCode }, true, null, CancellationToken.None);
        Assert.Equal(Vanity, token.StartUrl);
        Assert.Equal("eu-west-1", token.Region);
    }

    [Theory]
    [Trait("Case", "95")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Case_95_an_address_inside_the_company_is_trusted_by_the_certificate_bundle(bool bundled)
    {
        using var authority = PrivateAuthority.Make("CN=Private Authority");
        using var certificate = PrivateAuthority.Issue(authority);
        await using var server = new CannedServer(
            CannedServer.Answer("302 Found", "Location: https://d-1.awsapps.com/start\r\n", ""), certificate);
        var bundle = Path.GetTempFileName();
        await File.WriteAllTextAsync(bundle, authority.ExportCertificatePem());
        var variables = new Dictionary<string, string>();
        if (bundled)
        {
            variables["AWS_CA_BUNDLE"] = bundle;
        }

        var services = new ServiceClients(
            () => throw new InvalidOperationException("no service"),
            new ServiceConnections(
                new AwsEnvironment(variables, OperatingSystem.IsWindows()), () => throw new InvalidOperationException("no profile"), _log),
            new RetryPolicy());
        var vanity = new VanityStartUrl(services, TimeProvider.System, _log);
        var resolving = vanity.ResolveAsync(new SsoSession("corp", server.Url.AbsoluteUri, "us-east-1", []), null, CancellationToken.None);
        if (bundled)
        {
            Assert.Equal(("https://d-1.awsapps.com/start", "us-east-1"), await resolving);
        }
        else
        {
            await Assert.ThrowsAsync<SsoServiceException>(() => resolving);
        }

        File.Delete(bundle);
    }

    private Task<(string StartUrl, string Region)> ResolveAsync(string startUrl) =>
        new VanityStartUrl((_, _) => _web, _clock, _log)
            .ResolveAsync(new SsoSession("corp", startUrl, "us-east-1", []), null, CancellationToken.None);
}
