using System.Security.Cryptography.X509Certificates;
using System.Text;
using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Services.Tests.Support;

namespace AwsSsoCredentials.Services.Tests.Http;

public sealed class CertificateBundleTests : IDisposable
{
    private const string Credentials =
        """{"roleCredentials":{"accessKeyId":"ASIATLS","secretAccessKey":"s","sessionToken":"t","expiration":4102444800000}}""";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    [Trait("Case", "95")]
    public async Task Case_95_A_private_authority_of_the_bundle_is_trusted()
    {
        using var authority = PrivateAuthority.Make("CN=Private Authority");
        using var other = PrivateAuthority.Make("CN=Another Authority");
        using var certificate = PrivateAuthority.Issue(authority);
        await using var server = Serve(certificate);
        var bundle = Write(other.ExportCertificatePem() + "\n" + authority.ExportCertificatePem());

        using var portal = Connect(server, bundle);

        Assert.Equal("ASIATLS", (await portal.GetAsync("a-token")).AccessKeyId);
    }

    [Fact]
    [Trait("Case", "95")]
    public async Task Case_95_An_authority_that_is_not_in_the_bundle_is_not_trusted()
    {
        using var authority = PrivateAuthority.Make("CN=Private Authority");
        using var other = PrivateAuthority.Make("CN=Another Authority");
        using var certificate = PrivateAuthority.Issue(authority);
        await using var server = Serve(certificate);

        using var portal = Connect(server, Write(other.ExportCertificatePem()));
        var failure = await Assert.ThrowsAsync<ServiceFailureException>(() => portal.GetAsync("a-token"));

        Assert.Equal(ServiceFailureKind.Unreachable, failure.Kind);
        Assert.Contains("TLS", failure.Message, StringComparison.Ordinal);
        Assert.False(failure.MayHaveBeenProcessed);
        Assert.Empty(server.Requests);
    }

    [Fact]
    [Trait("Case", "95")]
    public async Task Case_95_Without_a_bundle_a_private_authority_is_not_trusted()
    {
        using var authority = PrivateAuthority.Make("CN=Private Authority");
        using var certificate = PrivateAuthority.Issue(authority);
        await using var server = Serve(certificate);

        using var portal = Connect(server, null);
        var failure = await Assert.ThrowsAsync<ServiceFailureException>(() => portal.GetAsync("a-token"));

        Assert.Equal(ServiceFailureKind.Unreachable, failure.Kind);
    }

    [Fact]
    [Trait("Case", "95")]
    public async Task Case_95_A_certificate_for_another_host_is_refused()
    {
        using var authority = PrivateAuthority.Make("CN=Private Authority");
        using var certificate = PrivateAuthority.Issue(authority, "elsewhere.example");
        await using var server = Serve(certificate);

        using var portal = Connect(server, Write(authority.ExportCertificatePem()));
        var failure = await Assert.ThrowsAsync<ServiceFailureException>(() => portal.GetAsync("a-token"));

        Assert.Equal(ServiceFailureKind.Unreachable, failure.Kind);
    }

    [Theory]
    [InlineData("", "holds no certificate")]
    [InlineData("no PEM at all", "holds no certificate")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "cannot be read as PEM")]
    public void A_bundle_of_no_use_is_named_with_the_variable_that_names_it(string content, string what)
    {
        var path = Write(content);

        var error = Assert.Throws<SsoConfigurationException>(
            () => new ServiceFactory(TimeProvider.System).CreatePortal(new ServiceConnection(new Uri("https://localhost"), "eu-west-1", path)));

        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
        Assert.Contains("AWS_CA_BUNDLE", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_bundle_is_named()
    {
        var path = Path.Combine(_folder.Path, "missing.pem");

        var error = Assert.Throws<SsoConfigurationException>(
            () => new ServiceFactory(TimeProvider.System).CreatePortal(new ServiceConnection(new Uri("https://localhost"), "eu-west-1", path)));

        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static CannedServer Serve(X509Certificate2 certificate) =>
        new(CannedServer.Answer("200 OK", "Content-Type: application/json\r\n", Credentials), certificate);

    private static ISsoPortal Connect(CannedServer server, string? bundle) =>
        new ServiceFactory(TimeProvider.System).CreatePortal(new ServiceConnection(server.Url, "eu-west-1", bundle));

    private string Write(string content) => _folder.Write("bundle.pem", Encoding.UTF8.GetBytes(content));
}
