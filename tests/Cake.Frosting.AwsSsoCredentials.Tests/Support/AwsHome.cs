using IdentityCenterEmulator;

namespace Cake.Frosting.AwsSsoCredentials.Tests.Support;

/// <summary>A throwaway home with an <c>.aws</c> folder, and the variables that make a build use it.</summary>
internal sealed class AwsHome : IDisposable
{
    public const string Config = """
        [sso-session corp]
        sso_start_url = https://d-0123456789.awsapps.com/start
        sso_region = eu-central-1
        sso_registration_scopes = sso:account:access

        [profile dev]
        sso_session = corp
        sso_account_id = 111122223333
        sso_role_name = Developer
        region = eu-central-1

        [profile staging]
        sso_session = corp
        sso_account_id = 444455556666
        sso_role_name = Deployer

        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cake-aws-sso-frosting-");

    public AwsHome()
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, ".aws"));
        File.WriteAllText(Path.Combine(_folder.FullName, ".aws", "config"), Config);
    }

    public string CredentialsPath => Path.Combine(_folder.FullName, ".aws", "credentials");

    public string TokenFolder => Path.Combine(_folder.FullName, ".aws", "sso", "cache");

    public string Credentials => File.Exists(CredentialsPath) ? File.ReadAllText(CredentialsPath) : "";

    /// <summary>Every folder, and every file with what it holds.</summary>
    public IReadOnlyList<string> Everything =>
    [
        .. Directory.EnumerateFileSystemEntries(_folder.FullName, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => File.Exists(path) ? $"{path}: {Convert.ToHexString(File.ReadAllBytes(path))}" : path),
    ];

    /// <summary>The variables of a build in this home, against an emulator.</summary>
    public IEnumerable<KeyValuePair<string, string>> Variables(EmulatorServer emulator) =>
        [.. emulator.Environment, new("HOME", _folder.FullName), new("USERPROFILE", _folder.FullName)];

    /// <summary>Puts a token where a login to the session `corp` would.</summary>
    public string LogIn(EmulatorServer emulator, TimeSpan? lifetime = null) =>
        emulator.IssueToken(lifetime: lifetime, refreshable: false).WriteCacheFile(TokenFolder, "corp", "eu-central-1");

    public void Dispose() => _folder.Delete(recursive: true);
}
