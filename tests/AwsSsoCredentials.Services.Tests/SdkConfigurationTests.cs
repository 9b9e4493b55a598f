using System.Text;
using AwsSsoCredentials.Services.Tests.Loading;
using AwsSsoCredentials.Services.Tests.Support;
using IdentityCenterEmulator;

namespace AwsSsoCredentials.Services.Tests;

public sealed class SdkConfigurationTests : IDisposable
{
    private readonly TemporaryFolder _home = new();

    public static TheoryData<string, byte[]> OddFiles => new()
    {
        { "comment behind a header", Encoding.UTF8.GetBytes("[profile x] # note\nregion = eu-west-1\n") },
        { "garbage", Encoding.UTF8.GetBytes("what is this\n[\n") },
        { "NUL", "[default]\nregion\0= x\0\n\0\0\0\n"u8.ToArray() },
        { "BOM and no text", [0xEF, 0xBB, 0xBF, (byte)'x', (byte)'\n'] },
        { "invalid UTF-8", [0xFF, 0xFE, 0xC3, 0x28, (byte)'\n'] },
        { "values that no setting takes", Encoding.UTF8.GetBytes("[default]\nmax_attempts = -x\nretry_mode = odd\nuse_fips_endpoint = perhaps\n") },
        { "settings that would send us elsewhere", Encoding.UTF8.GetBytes("[default]\nuse_fips_endpoint = true\nuse_dualstack_endpoint = true\nendpoint_url = http://127.0.0.1:9\nauth_scheme_preference = sigv4a\n") },
    };

    [Theory]
    [MemberData(nameof(OddFiles))]
    public async Task Shared_files_that_the_SDK_cannot_read_fail_no_call(string what, byte[] content)
    {
        Assert.NotEmpty(what);
        var lines = await RunAsync(content, new(), "ordinary");

        AssertAllThreeAnswered(lines);
    }

    [Fact]
    public async Task Out_of_the_script_package_the_shared_files_are_not_even_looked_at()
    {
        using var package = new TemporaryFolder();

        var lines = await RunAsync(Encoding.UTF8.GetBytes("[profile x] # note\n"), new(), "packaged", ScriptPackage.LayOut(package));

        Assert.StartsWith("ASIA", lines["accessKeyId"], StringComparison.Ordinal);
        Assert.Equal("0", lines["unreadable"]);
    }

    [Fact]
    public async Task Variables_of_the_SDK_do_not_lead_a_call_elsewhere()
    {
        var lines = await RunAsync(
            [],
            new()
            {
                ["AWS_ENDPOINT_URL"] = "http://127.0.0.1:9",
                ["AWS_ENDPOINT_URL_SSO"] = "http://127.0.0.1:9",
                ["AWS_USE_FIPS_ENDPOINT"] = "true",
                ["AWS_PROFILE"] = "no-such-profile",
                ["AWS_RETRY_MODE"] = "odd",
                ["AWS_MAX_ATTEMPTS"] = "odd",
                ["AWS_REGION"] = "nowhere-1",
            },
            "ordinary");

        AssertAllThreeAnswered(lines);
    }

    [Fact]
    [Trait("Case", "95")]
    public async Task Case_95_The_proxy_variables_are_honoured()
    {
        // To a proxy a request names the whole URL: the emulator takes it for its own, under a name that it is told.
        var options = new EmulatorOptions();
        options.HostNames.Add("portal.sso.invalid");
        await using var emulator = await EmulatorServer.StartAsync(options);
        var lines = await ProbeProcess.RunAsync(
            _home.Path,
            emulator.IssueToken().AccessToken,
            new Dictionary<string, string?> { ["http_proxy"] = emulator.Url.AbsoluteUri, ["HTTP_PROXY"] = null, ["no_proxy"] = null, ["NO_PROXY"] = null },
            "ordinary",
            "http://portal.sso.invalid");

        Assert.StartsWith("ASIA", lines["accessKeyId"], StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "95")]
    public async Task Case_95_A_host_that_needs_no_proxy_is_called_without()
    {
        var lines = await RunAsync([], new() { ["http_proxy"] = "http://127.0.0.1:9", ["NO_PROXY"] = null, ["no_proxy"] = "127.0.0.1" }, "ordinary");

        Assert.StartsWith("ASIA", lines["accessKeyId"], StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "96")]
    public async Task Case_96_The_password_of_a_proxy_does_not_show()
    {
        var lines = await ProbeProcess.RunAsync(
            _home.Path,
            "a-token",
            new Dictionary<string, string?> { ["https_proxy"] = "http://someone:proxy-password@127.0.0.1:9", ["no_proxy"] = null, ["NO_PROXY"] = null },
            "ordinary",
            "https://portal.sso.invalid");

        Assert.StartsWith("ServiceFailureException", lines["error"], StringComparison.Ordinal);
        Assert.DoesNotContain("proxy-password", lines["error"], StringComparison.Ordinal);
    }

    public void Dispose() => _home.Dispose();

    private static void AssertAllThreeAnswered(IReadOnlyDictionary<string, string> lines)
    {
        Assert.StartsWith("ASIA", lines["accessKeyId"], StringComparison.Ordinal);
        Assert.NotEqual("0", lines["clientIdLength"]);
        Assert.Equal("111122223333", lines["account"]);
        Assert.False(lines.ContainsKey("error"));
    }

    private async Task<IReadOnlyDictionary<string, string>> RunAsync(
        byte[] sharedFile, Dictionary<string, string?> environment, string mode, params string[] more)
    {
        _home.Write(Path.Combine(".aws", "config"), sharedFile);
        _home.Write(Path.Combine(".aws", "credentials"), sharedFile);
        await using var emulator = await EmulatorServer.StartAsync();
        return await ProbeProcess.RunAsync(
            _home.Path, emulator.IssueToken().AccessToken, environment, [mode, emulator.Url.AbsoluteUri, .. more]);
    }
}
