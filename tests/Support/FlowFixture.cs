using System.Text;
using AwsSsoCredentials.Files;
using AwsSsoCredentials.Flows;
using AwsSsoCredentials.Machine;
using AwsSsoCredentials.Services.Contracts;
using IdentityCenterEmulator;

namespace AwsSsoCredentials.Tests.Support;

/// <summary>A throwaway home and an emulator: what a flow needs, without touching the process's own environment.</summary>
public sealed class FlowFixture : IAsyncLifetime
{
    public const string Config = """
        [sso-session corp]
        sso_start_url = https://d-0123456789.awsapps.com/start
        sso_region = eu-central-1
        sso_registration_scopes = sso:account:access

        [sso-session other]
        sso_start_url = https://d-9876543210.awsapps.com/start
        sso_region = eu-central-1

        [profile dev]
        sso_session = corp
        sso_account_id = 111122223333
        sso_role_name = Developer
        region = eu-west-1

        [profile dev-readonly]
        sso_session = corp
        sso_account_id = 111122223333
        sso_role_name = ReadOnly

        [profile elsewhere]
        sso_session = other
        sso_account_id = 111122223333
        sso_role_name = Developer

        """;

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("flows-");
    private readonly EmulatorOptions _options;
    private readonly string _config;
    private EmulatorServer? _emulator;

    public FlowFixture()
        : this(new EmulatorOptions(), Config)
    {
    }

    public FlowFixture(EmulatorOptions options, string config)
    {
        _options = options;
        _options.SignIn = EmulatorSignIn.AutoApprove;
        _options.PollInterval = TimeSpan.Zero;
        _config = config;
    }

    public EmulatorServer Emulator => _emulator ?? throw new InvalidOperationException("not started");

    public string Home => _home.FullName;

    public string ConfigPath => Path.Combine(Home, ".aws", "config");

    public string CredentialsPath => Path.Combine(Home, ".aws", "credentials");

    public string TokenFolder => Path.Combine(Home, ".aws", "sso", "cache");

    public string CliCacheFolder => Path.Combine(Home, ".aws", "cli", "cache");

    internal RecordingLog Log { get; } = new();

    public async Task InitializeAsync()
    {
        _emulator = await EmulatorServer.StartAsync(_options);
        Directory.CreateDirectory(Path.Combine(Home, ".aws"));
        await File.WriteAllTextAsync(ConfigPath, _config);
    }

    public async Task DisposeAsync()
    {
        await Emulator.DisposeAsync();
        _home.Delete(recursive: true);
    }

    /// <summary>The variables a build would see, and nothing of those of the test run.</summary>
    public Dictionary<string, string> Variables(params (string Name, string Value)[] more)
    {
        var variables = new Dictionary<string, string>(Emulator.Environment) { ["HOME"] = Home };
        foreach ((string name, string value) in more)
        {
            variables[name] = value;
        }

        return variables;
    }

    internal FlowRooms Rooms(params (string Name, string Value)[] variables) =>
        new(new AwsEnvironment(Variables(variables), OperatingSystem.IsWindows()), Log);

    internal FlowRooms RoomsWith(TimeProvider? time = null, IServiceFactory? services = null, IFileOperations? files = null) => new(
        new AwsEnvironment(Variables(), OperatingSystem.IsWindows()), Log, time, services is null ? null : () => services, files);

    /// <summary>As <see cref="Rooms"/>, where any network call is a defect.</summary>
    internal FlowRooms RoomsWithoutNetwork() => new(
        new AwsEnvironment(Variables(), OperatingSystem.IsWindows()),
        Log,
        services: () => throw new InvalidOperationException("The services must not be loaded."));

    public string LogIn(string session = "corp", TimeSpan? lifetime = null, bool refreshable = true) =>
        Emulator.IssueToken(lifetime: lifetime, refreshable: refreshable).WriteCacheFile(TokenFolder, session, "eu-central-1");

    /// <summary>Writes the credentials file, for its owner alone.</summary>
    public void WriteCredentials(string text)
    {
        File.WriteAllText(CredentialsPath, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(CredentialsPath, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    public string CredentialsText() => Encoding.UTF8.GetString(File.ReadAllBytes(CredentialsPath));
}
