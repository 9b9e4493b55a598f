using System.Text.Json.Nodes;
using System.Web;
using Amazon.Runtime;
using Amazon.Runtime.SharedInterfaces;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;

namespace IdentityCenterEmulator.Tests.Sdk;

/// <summary>The SDK's own SSO credentials, which keep their cache in the home folder: here a throwaway one (Unix only, Windows does not look at HOME).</summary>
[Collection(ProcessEnvironmentGroup.Name)]
public sealed class SsoAwsCredentialsTests : IDisposable
{
    private const string StartUrl = "https://d-0123456789.awsapps.com/start";
    private const string SessionName = "corp";

    private readonly TemporaryFolder _home = new();

    public void Dispose() => _home.Dispose();

    [UnixFact]
    public async Task They_sign_in_by_device_code_and_get_working_keys()
    {
        await using var server = await EmulatorServer.StartAsync(new EmulatorOptions { PollInterval = TimeSpan.FromSeconds(1) });
        using var environment = UseEnvironment(server);
        var credentials = Credentials(options =>
        {
            options.SupportsGettingNewToken = true;
            options.SsoVerificationCallback = arguments => server.Approve(arguments.UserCode);
        });

        var identity = await CallStsAsync(server, credentials);

        Assert.Equal("111122223333", identity.Account);
        Assert.NotNull(ReadCache()["refreshToken"]);
    }

    [UnixFact]
    public async Task They_sign_in_by_authorization_code()
    {
        await using var server = await EmulatorServer.StartAsync(new EmulatorOptions { SignIn = EmulatorSignIn.AutoApprove });
        using var environment = UseEnvironment(server);
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var credentials = Credentials(options =>
        {
            options.SupportsGettingNewToken = true;
            options.PkceFlowOptions = new PkceFlowOptions
            {
                RedirectUri = "http://127.0.0.1:51234/oauth/callback",
                GrantTypes = ["authorization_code", "refresh_token"],
                RetrieveAuthorizationCodeCallbackAsync = async (url, cancellationToken) =>
                {
                    using var answer = await browser.GetAsync(url, cancellationToken);
                    return HttpUtility.ParseQueryString(answer.Headers.Location!.Query)["code"]!;
                },
            };
        });

        var identity = await CallStsAsync(server, credentials);

        Assert.Equal("111122223333", identity.Account);
        Assert.Equal(1, server.Calls.Count(EmulatorOperation.Authorize));
    }

    [UnixTheory]
    [InlineData(RefreshTokenMode.Rotate)]
    [InlineData(RefreshTokenMode.Same)]
    [InlineData(RefreshTokenMode.None)]
    public async Task They_refresh_a_token_that_the_emulator_issued(RefreshTokenMode mode)
    {
        await using var server = await EmulatorServer.StartAsync(new EmulatorOptions { RefreshTokenMode = mode });
        using var environment = UseEnvironment(server);
        var token = server.IssueToken(StartUrl, TimeSpan.FromMinutes(2));
        token.WriteCacheFile(CacheFolder, SessionName);

        var identity = await CallStsAsync(server, Credentials(_ => { }));

        Assert.Equal("111122223333", identity.Account);
        Assert.Equal("refresh_token", server.Calls.Recorded.Single(call => call.Operation == EmulatorOperation.CreateToken).GrantType);
        Assert.NotEqual(token.AccessToken, ReadCache()["accessToken"]!.GetValue<string>());
        Assert.Equal(mode == RefreshTokenMode.Same, token.RefreshToken == ReadCache()["refreshToken"]?.GetValue<string>());
    }

    [UnixFact]
    public async Task They_use_a_live_token_without_any_oidc_call()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var environment = UseEnvironment(server);
        server.IssueToken(StartUrl, TimeSpan.FromHours(1)).WriteCacheFile(CacheFolder, SessionName);

        await CallStsAsync(server, Credentials(_ => { }));

        Assert.Equal([EmulatorOperation.GetRoleCredentials, EmulatorOperation.GetCallerIdentity], server.Calls.Recorded.Select(call => call.Operation));
    }

    private string CacheFolder => Path.Combine(_home.Path, ".aws", "sso", "cache");

    private ProcessEnvironment UseEnvironment(EmulatorServer server) => new(server.Environment.Append(new("HOME", _home.Path)));

    private static SSOAWSCredentials Credentials(Action<SSOAWSCredentialsOptions> change)
    {
        var options = new SSOAWSCredentialsOptions { ClientName = "test", SessionName = SessionName, Scopes = ["sso:account:access"] };
        change(options);
        return new SSOAWSCredentials("111122223333", "us-east-1", "Developer", StartUrl, options);
    }

    private static async Task<GetCallerIdentityResponse> CallStsAsync(EmulatorServer server, AWSCredentials credentials)
    {
        var config = new AmazonSecurityTokenServiceConfig { ServiceURL = server.Url.AbsoluteUri, AuthenticationRegion = "us-east-1" };
        using var sts = new AmazonSecurityTokenServiceClient(credentials, config);
        return await sts.GetCallerIdentityAsync(new GetCallerIdentityRequest());
    }

    private JsonNode ReadCache() => JsonNode.Parse(File.ReadAllText(Assert.Single(Directory.GetFiles(CacheFolder, "*.json"))))!;
}
