using System.Net;
using System.Security.Cryptography.X509Certificates;
using Amazon;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Amazon.SSO;
using Amazon.SSO.Model;

namespace IdentityCenterEmulator.Tests.Tls;

/// <summary>The emulator under AWS's own host names, for clients that know no endpoint variables.</summary>
public sealed class HostNamesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Certificate => _folder.File("emulator.pem");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_real_clients_find_it_by_region_alone_where_it_is_their_proxy()
    {
        await using var server = await StartAsync();
        var variables = server.WriteCertificate(Certificate);
        var factory = new TrustingFactory(variables["AWS_CA_BUNDLE"], new Uri(variables["HTTPS_PROXY"]));
        using var portal = new AmazonSSOClient(
            new AnonymousAWSCredentials(), new AmazonSSOConfig { RegionEndpoint = RegionEndpoint.EUCentral1, HttpClientFactory = factory, MaxErrorRetry = 0 });
        var request = new GetRoleCredentialsRequest { AccessToken = server.IssueToken().AccessToken, AccountId = "111122223333", RoleName = "Developer" };
        var keys = (await portal.GetRoleCredentialsAsync(request)).RoleCredentials;
        using var sts = new AmazonSecurityTokenServiceClient(
            new SessionAWSCredentials(keys.AccessKeyId, keys.SecretAccessKey, keys.SessionToken),
            new AmazonSecurityTokenServiceConfig { RegionEndpoint = RegionEndpoint.USGovCloudWest1, HttpClientFactory = factory, MaxErrorRetry = 0 });

        var identity = await sts.GetCallerIdentityAsync(new GetCallerIdentityRequest());

        Assert.Equal("111122223333", identity.Account);
        Assert.Equal(2, server.Calls.Total);
    }

    [Fact]
    public async Task TLS_serves_loopback_without_a_proxy()
    {
        await using var server = await StartAsync();
        server.WriteCertificate(Certificate);
        using var http = new TrustingFactory(Certificate, proxy: null).Create();

        using var answer = await http.GetAsync(new Uri(server.HttpsUrl!, "device"));

        Assert.Equal("https", server.HttpsUrl!.Scheme);
        Assert.True(answer.IsSuccessStatusCode);
    }

    [Fact]
    public async Task The_plain_listener_serves_as_before()
    {
        await using var server = await StartAsync();
        using var http = new HttpClient();

        using var answer = await http.GetAsync(new Uri(server.Url, "device"));

        Assert.Equal("http", server.Url.Scheme);
        Assert.True(answer.IsSuccessStatusCode);
    }

    [Theory]
    [InlineData("https://s3.eu-central-1.amazonaws.com/")]
    [InlineData("https://sts.amazonaws.com.example.com/")]
    [InlineData("https://example.com/")]
    [InlineData("https://sts.amazonaws.com:8443/")]
    public async Task What_it_does_not_stand_for_is_refused_and_never_reached(string url)
    {
        await using var server = await StartAsync();
        server.WriteCertificate(Certificate);
        using var http = new TrustingFactory(Certificate, server.Url).Create();

        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri(url)));

        Assert.Contains("403", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_trusts_the_certificate()
    {
        await using var server = await StartAsync();
        await using var other = await StartAsync();
        other.WriteCertificate(Certificate);
        using var http = new TrustingFactory(Certificate, server.Url).Create();

        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri("https://sts.amazonaws.com/")));
    }

    [Fact]
    public async Task The_certificate_file_holds_no_key()
    {
        await using var server = await StartAsync();
        server.WriteCertificate(Certificate);

        Assert.DoesNotContain("PRIVATE", await File.ReadAllTextAsync(Certificate), StringComparison.Ordinal);
        using var certificate = X509CertificateLoader.LoadCertificateFromFile(Certificate);
        Assert.True(certificate.NotAfter > DateTime.Now.AddDays(30));
    }

    [Fact]
    public async Task It_ends_while_a_client_that_says_nothing_is_connected()
    {
        await using var server = await StartAsync();
        using var client = new System.Net.Sockets.TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Url.Port);

        await server.DisposeAsync();

        Assert.Equal(0, await client.GetStream().ReadAsync(new byte[1]));
    }

    [Fact]
    public async Task Without_the_option_there_is_neither_TLS_nor_a_certificate_nor_a_proxy()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var http = new HttpClient(new SocketsHttpHandler { Proxy = new WebProxy(server.Url) });

        Assert.Null(server.HttpsUrl);
        Assert.Throws<InvalidOperationException>(() => server.WriteCertificate(Certificate));
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri("https://sts.amazonaws.com/")));
    }

    private static Task<EmulatorServer> StartAsync() => EmulatorServer.StartAsync(new EmulatorOptions { Https = true });
}
