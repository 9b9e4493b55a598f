using IdentityCenterEmulator;

namespace Build.Emulator;

/// <summary>
/// An Identity Center on loopback and a throwaway home in which somebody has just signed in to it, so that the sample runs without an AWS
/// account and leaves your <c>~/.aws</c> alone.
/// </summary>
internal sealed class EmulatedIdentityCenter : IAsyncDisposable
{
    private const string Session = "sample";
    private const string Region = "eu-central-1";
    private const string StartUrl = "https://d-0123456789.awsapps.com/start";

    private const string Config = $"""
        [sso-session {Session}]
        sso_start_url = {StartUrl}
        sso_region = {Region}
        sso_registration_scopes = sso:account:access

        [profile dev]
        sso_session = {Session}
        sso_account_id = 111122223333
        sso_role_name = Developer
        region = {Region}

        """;

    private readonly EmulatorServer _server;
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("cake-aws-sso-sample-");

    private EmulatedIdentityCenter(EmulatorServer server) => _server = server;

    /// <summary>Starts it for this process, unless <c>--aws-profile</c> names a profile of the real home.</summary>
    public static async Task<EmulatedIdentityCenter?> StartUnlessToldAsync(IEnumerable<string> args)
    {
        if (args.Any(argument => argument == "--aws-profile" || argument.StartsWith("--aws-profile=", StringComparison.Ordinal)))
        {
            return null;
        }

        var emulated = new EmulatedIdentityCenter(await EmulatorServer.StartAsync());
        emulated.FurnishHome();
        emulated.MoveIn();
        return emulated;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _home.Delete(recursive: true);
    }

    private void FurnishHome()
    {
        var folder = _home.CreateSubdirectory(".aws");
        File.WriteAllText(Path.Combine(folder.FullName, "config"), Config);
        _server.IssueToken(StartUrl).WriteCacheFile(Path.Combine(folder.FullName, "sso", "cache"), Session, Region);
    }

    // For this process and its children, before Cake reads the environment.
    private void MoveIn()
    {
        var variables = new Dictionary<string, string?>(_server.Environment.ToDictionary(pair => pair.Key, string? (pair) => pair.Value))
        {
            ["HOME"] = _home.FullName,
            ["USERPROFILE"] = _home.FullName,
            ["AWS_CONFIG_FILE"] = Path.Combine(_home.FullName, ".aws", "config"),
            ["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(_home.FullName, ".aws", "credentials"),
            ["AWS_PROFILE"] = "dev",
            ["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"] = null,
            ["no_proxy"] = "127.0.0.1",
        };
        foreach (var (name, value) in variables)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }
}
