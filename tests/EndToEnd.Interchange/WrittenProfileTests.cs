using System.Text;
using System.Text.Json.Nodes;
using Amazon;
using Amazon.Runtime.CredentialManagement;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using EndToEnd.Interchange.Support;
using EndToEnd.Support;
using IdentityCenterEmulator;

namespace EndToEnd.Interchange;

/// <summary>What real clients make of a credentials profile that we wrote beside an SSO profile with a region.</summary>
public sealed class WrittenProfileTests : IAsyncLifetime, IDisposable
{
    private const string Arn = "arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Developer_";
    private const string Target = "dev-keys";
    private const string Region = "eu-central-1";

    private readonly AwsHome _home = new();
    private EmulatorServer _emulator = null!;

    public async Task InitializeAsync()
    {
        _emulator = await EmulatorServer.StartAsync(new EmulatorOptions { Https = true });
        _home.LogIn(_emulator);
        ProcessResult written = await WorkerProcess.RunAsync(_home, _emulator, "generate-and-write", "dev", Target);
        Assert.True(written.ExitCode == 0, written.All);
    }

    public async Task DisposeAsync() => await _emulator.DisposeAsync();

    public void Dispose() => _home.Dispose();

    [Boto3Fact]
    public async Task Boto3_names_the_region_and_signs() => AssertRegionAndArn(await Boto3.RunAsync(Environment(), "region", Target));

    [JavaScriptFact]
    public async Task The_JavaScript_SDK_names_the_region_and_signs() =>
        AssertRegionAndArn(await JavaScriptSdk.RunAsync("region.mjs", Environment(("AWS_PROFILE", Target))));

    [Fact]
    public async Task The_dotnet_SDK_names_the_region_and_signs()
    {
        Assert.True(new SharedCredentialsFile(_home.CredentialsPath).TryGetProfile(Target, out CredentialProfile profile));
        Assert.Equal(RegionEndpoint.EUCentral1, profile.Region);
        var configuration = new AmazonSecurityTokenServiceConfig { ServiceURL = _emulator.Url.AbsoluteUri, AuthenticationRegion = profile.Region.SystemName };
        using var sts = new AmazonSecurityTokenServiceClient(profile.GetAWSCredentials(profileSource: null), configuration);
        Assert.StartsWith(Arn, (await sts.GetCallerIdentityAsync(new GetCallerIdentityRequest())).Arn, StringComparison.Ordinal);
    }

    [AwsCliFact]
    public async Task The_AWS_CLI_names_the_region()
    {
        ProcessResult result = await ChildProcess.RunAsync(
            "aws", ["configure", "get", "region", "--profile", Target], _home.Folder, Environment());
        Assert.Equal(Region, result.Output.Trim());
    }

    [Boto3Fact]
    public async Task URLs_that_boto3_presigned_tell_who_signed_them()
    {
        ProcessResult result = await Boto3.RunAsync(Environment(), "presign", Target);
        Assert.True(result.ExitCode == 0, result.All);
        string[] urls = result.Output.Split('\n', StringSplitOptions.TrimEntries);
        using var http = new HttpClient();
        Assert.Contains(Arn, await http.GetStringAsync(new Uri(urls[0])), StringComparison.Ordinal);
        using HttpResponseMessage answer = await http.PostAsync(new Uri(urls[1]), content: null);
        Assert.Contains(Arn, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [AwsCliFact]
    public async Task The_token_of_the_AWS_CLI_for_a_Kubernetes_cluster_tells_who_made_it()
    {
        ProcessResult result = await ChildProcess.RunAsync(
            "aws", ["eks", "get-token", "--cluster-name", "blue", "--profile", Target, "--output", "json"], _home.Folder, Environment());
        Assert.True(result.ExitCode == 0, result.All);
        string token = JsonNode.Parse(result.Output)!["status"]!["token"]!.GetValue<string>();
        using var request = new HttpRequestMessage(HttpMethod.Get, UrlOf(token));
        request.Headers.Add("x-k8s-aws-id", "blue");
        using var http = new HttpClient();
        using HttpResponseMessage answer = await http.SendAsync(request);
        Assert.Contains(Arn, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Boto3Fact]
    public async Task Boto3_finds_the_emulator_without_endpoint_variables()
    {
        // As versions before 1.28 do: they know no such variables. The SSO profile asks the portal, too.
        Dictionary<string, string?> environment = _emulator.WriteCertificate(Path.Combine(_home.Folder, "emulator.pem"))
            .ToDictionary(pair => pair.Key, pair => (string?)pair.Value);
        environment["HOME"] = environment["USERPROFILE"] = _home.Folder;
        environment["NO_PROXY"] = environment["no_proxy"] = null;
        _emulator.Calls.Reset();
        AssertRegionAndArn(await Boto3.RunAsync(environment, "region", "dev"));
        Assert.Equal(1, _emulator.Calls.Count(EmulatorOperation.GetRoleCredentials));
        Assert.Equal(1, _emulator.Calls.Count(EmulatorOperation.GetCallerIdentity));
    }

    // What the server of a cluster does with it.
    private static Uri UrlOf(string token)
    {
        Assert.StartsWith("k8s-aws-v1.", token, StringComparison.Ordinal);
        string encoded = token["k8s-aws-v1.".Length..].Replace('-', '+').Replace('_', '/');
        return new Uri(Encoding.UTF8.GetString(Convert.FromBase64String(encoded.PadRight((encoded.Length + 3) / 4 * 4, '='))));
    }

    private static void AssertRegionAndArn(ProcessResult result)
    {
        Assert.True(result.ExitCode == 0, result.All);
        string[] lines = result.Output.Split('\n', StringSplitOptions.TrimEntries);
        Assert.Equal(Region, lines[0]);
        Assert.StartsWith(Arn, lines[1], StringComparison.Ordinal);
    }

    private Dictionary<string, string?> Environment(params (string Name, string Value)[] more)
    {
        var environment = new Dictionary<string, string?>(OtherClient.Environment(_home, _emulator));
        foreach ((string name, string value) in more)
        {
            environment[name] = value;
        }

        return environment;
    }
}
