using IdentityCenterEmulator;

namespace EndToEnd.Support;

/// <summary>A throwaway home with an <c>.aws</c> folder.</summary>
internal sealed class AwsHome : IDisposable
{
    /// <summary>A session and profiles that the emulator's default accounts know.</summary>
    public const string TypicalConfig = """
        [sso-session corp]
        sso_start_url = https://d-0123456789.awsapps.com/start
        sso_region = eu-central-1
        sso_registration_scopes = sso:account:access

        [profile dev]
        sso_session = corp
        sso_account_id = 111122223333
        sso_role_name = Developer
        region = eu-central-1

        [profile unassigned]
        sso_session = corp
        sso_account_id = 111122223333
        sso_role_name = Administrator

        [profile plain]
        region = eu-central-1

        """;

    public const string TypicalCredentials = """
        # kept by hand
        [legacy-ci]
        aws_access_key_id = AKIAIOSFODNN7EXAMPLE
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY

        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cake-aws-sso-home-");

    public AwsHome(string config = TypicalConfig, string? credentials = TypicalCredentials)
    {
        Directory.CreateDirectory(Path.Combine(Folder, ".aws"));
        File.WriteAllText(Path.Combine(Folder, ".aws", "config"), config);
        if (credentials is not null)
        {
            File.WriteAllText(CredentialsPath, credentials);
        }
    }

    public string Folder => _folder.FullName;

    public string CredentialsPath => Path.Combine(Folder, ".aws", "credentials");

    public string TokenFolder => Path.Combine(Folder, ".aws", "sso", "cache");

    public byte[] CredentialsBytes => File.ReadAllBytes(CredentialsPath);

    /// <summary>Puts a token of the emulator where a login to the session `corp` would.</summary>
    public string LogIn(EmulatorServer emulator, TimeSpan? lifetime = null, bool refreshable = true) =>
        emulator.IssueToken(lifetime: lifetime, refreshable: refreshable).WriteCacheFile(TokenFolder, "corp", "eu-central-1");

    /// <summary>Finds the token files; client registrations are none.</summary>
    public IReadOnlyList<string> Tokens() => Directory.Exists(TokenFolder)
        ? [.. Directory.GetFiles(TokenFolder, "*.json").Where(path => File.ReadAllText(path).Contains("\"accessToken\"", StringComparison.Ordinal))]
        : [];

    public void Dispose() => _folder.Delete(recursive: true);
}
