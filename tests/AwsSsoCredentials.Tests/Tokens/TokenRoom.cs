using AwsSsoCredentials.Config;
using AwsSsoCredentials.Files;
using AwsSsoCredentials.Login;
using AwsSsoCredentials.Machine;
using AwsSsoCredentials.Profiles;
using AwsSsoCredentials.Services;
using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Services.Endpoints;
using AwsSsoCredentials.Services.Loading;
using AwsSsoCredentials.Services.Resilience;
using AwsSsoCredentials.Tests.Login;
using AwsSsoCredentials.Tokens;
using AwsSsoCredentials.Tokens.Cache;
using IdentityCenterEmulator;

namespace AwsSsoCredentials.Tests.Tokens;

/// <summary>The room on a folder of its own, by a clock of its own, against the emulator or a script.</summary>
internal sealed class TokenRoom : IAsyncDisposable
{
    public const string StartUrl = "https://d-9876543210.awsapps.com/start";

    private readonly string _home = Directory.CreateTempSubdirectory("tokens-").FullName;

    private TokenRoom(IServiceFactory factory, Uri endpoint, EmulatorServer? emulator, TestClock? clock)
    {
        Emulator = emulator!;
        Clock = clock ?? new TestClock();
        CacheFolder = Path.Combine(_home, ".aws", "sso", "cache");
        var variables = new Dictionary<string, string> { ["AWS_ENDPOINT_URL"] = endpoint.AbsoluteUri };
        Services = new ServiceClients(
            () => factory,
            new ServiceConnections(new AwsEnvironment(variables, OperatingSystem.IsWindows()), NoConfig, Log),
            new RetryPolicy(Clock) { MaxAttempts = 1, MaxThrottledAttempts = 1 });

        // Locks wait by the real clock: the holder works in real time.
        Files = new SafeFiles();
        Cache = NewCache();
        Registrations = new RegistrationCache(CacheFolder, Files, Clock, Log);
        Provider = NewProvider();
        Login = NewLogin();
        Clearing = new TokenClearing(Cache, Services, Log);
    }

    public static SsoSession Session { get; } = new("corp", StartUrl, "us-east-1", ["sso:account:access"]);

    public static SsoSession Legacy { get; } = new(null, StartUrl, "us-east-1", []);

    public EmulatorServer Emulator { get; }

    public TestClock Clock { get; }

    public TestLog Log { get; } = new();

    public TestBrowser Browser { get; } = new();

    /// <summary>Gets the rest of the web.</summary>
    public TestWeb Web { get; } = new();

    public string CacheFolder { get; }

    public SafeFiles Files { get; }

    public ServiceClients Services { get; }

    public TokenCache Cache { get; }

    public RegistrationCache Registrations { get; }

    public TokenProvider Provider { get; }

    public SsoLogin Login { get; }

    public TokenClearing Clearing { get; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    public string TokenPath => Cache.PathOf(Session);

    /// <summary>Gets the lock of the token: beside the folder, which others list.</summary>
    public string LockPath => Path.Combine(Path.GetDirectoryName(CacheFolder)!, Path.GetFileName(TokenPath) + ".lock");

    public static async Task<TokenRoom> WithEmulatorAsync(Action<EmulatorOptions>? configure = null)
    {
        var clock = new TestClock();
        var options = new EmulatorOptions { TimeProvider = clock, PollInterval = TimeSpan.FromSeconds(1) };
        configure?.Invoke(options);
        var emulator = await EmulatorServer.StartAsync(options);

        // Calls are timed by the real clock.
        return new TokenRoom(ServicesLoader.Load(), emulator.Url, emulator, clock);
    }

    public static TokenRoom WithScript(ScriptedOidc oidc, TestClock? clock = null) => new(oidc, ScriptedOidc.Endpoint, null, clock);

    /// <summary>The room for a test that must not call any service.</summary>
    public static TokenRoom WithoutServices(TestClock? clock = null) => new(new ScriptedOidc(), ScriptedOidc.Endpoint, null, clock);

    public TokenCache NewCache() => new(CacheFolder, Files, Clock, Log);

    /// <summary>Another provider, as another process would have it.</summary>
    public TokenProvider NewProvider() => new(NewCache(), Services, Clock, Log);

    /// <summary>Another login, as another process would have it.</summary>
    public SsoLogin NewLogin() =>
        new(NewCache(), Registrations, NewProvider(), Services, new VanityStartUrl((_, _) => Web, Clock, Log), Browser, Clock, Log);

    public Task<SsoToken> GetAsync(SsoSession? session = null, TimeSpan minimumLifetime = default, string? rejected = null) =>
        Provider.GetAsync(session ?? Session, "dev", minimumLifetime, rejected, CancellationToken.None);

    /// <summary>Writes a token file that is some minutes old.</summary>
    public string WriteToken(string json, SsoSession? session = null)
    {
        Directory.CreateDirectory(CacheFolder);
        var path = Cache.PathOf(session ?? Session);
        File.WriteAllText(path, json);
        Age(path, TimeSpan.FromMinutes(5));
        return path;
    }

    /// <summary>Writes a complete token file that is some minutes old.</summary>
    public string WriteToken(
        TimeSpan left, SsoSession? session = null, string accessToken = "access-secret", string? refreshToken = "refresh-secret") =>
        WriteToken(
            $$"""
            {"startUrl": "{{StartUrl}}", "region": "us-east-1", "accessToken": "{{accessToken}}", "expiresAt": "{{Time(Now + left)}}",
             "clientId": "client", "clientSecret": "client-secret", "registrationExpiresAt": "{{Time(Now.AddDays(30))}}"
             {{(refreshToken is null ? "" : $", \"refreshToken\": \"{refreshToken}\"")}} }
            """,
            session);

    /// <summary>Writes the file of a token that the emulator knows.</summary>
    public EmulatorToken IssueToken(TimeSpan left)
    {
        var token = Emulator.IssueToken(StartUrl, left);
        Age(token.WriteCacheFile(CacheFolder, Session.Name), TimeSpan.FromMinutes(5));
        return token;
    }

    public void Age(string path, TimeSpan age) => File.SetLastWriteTimeUtc(path, (Now - age).UtcDateTime);

    public int Refreshes => Emulator.Calls.Count(EmulatorOperation.CreateToken);

    public static string Time(DateTimeOffset time) => CacheTime.Format(time);

    private static SharedConfig NoConfig() =>
        SharedConfig.Load(
            AwsFiles.Locate(new AwsEnvironment(new Dictionary<string, string> { ["HOME"] = "/nowhere" }, isWindows: false)), new SafeFiles(), new TestLog());

    public async ValueTask DisposeAsync()
    {
        if (Emulator is not null)
        {
            await Emulator.DisposeAsync();
        }

        Web.Dispose();
        Directory.Delete(_home, recursive: true);
    }
}
