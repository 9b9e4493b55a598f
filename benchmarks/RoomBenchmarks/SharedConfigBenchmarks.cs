using System.Globalization;
using System.Text;
using AwsSsoCredentials.Config;
using AwsSsoCredentials.Files;
using AwsSsoCredentials.Machine;
using AwsSsoCredentials.Profiles;
using BenchmarkDotNet.Attributes;
using Benchmarks;

namespace RoomBenchmarks;

/// <summary>The config and the credentials file as every call reads them, by the number of profiles in each.</summary>
[MemoryDiagnoser]
public class SharedConfigBenchmarks
{
    private readonly ConsoleLog _log = new();
    private readonly SafeFiles _files = new();
    private DirectoryInfo? _home;
    private AwsFiles? _locations;

    /// <summary>Gets or sets how many profiles each file has.</summary>
    [Params(100, 10_000)]
    public int Profiles { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        var config = new StringBuilder("[sso-session corp]\nsso_start_url = https://d-0123456789.awsapps.com/start\nsso_region = eu-central-1\n\n");
        var credentials = new StringBuilder();
        for (int i = 0; i < Profiles; i++)
        {
            string digits = i.ToString("D5", CultureInfo.InvariantCulture);
            config.Append(CultureInfo.InvariantCulture, $"[profile lab-{digits}]\nsso_session = corp\nsso_account_id = 1111222{digits}\nsso_role_name = Developer\n");
            config.Append("region = eu-west-1\ns3 =\n  addressing_style = path\n\n");
            credentials.Append(CultureInfo.InvariantCulture, $"[lab-{digits}-keys]\naws_access_key_id = ASIAIOSFODNN7{digits}\naws_secret_access_key = {new string('s', 40)}\n");
            credentials.Append(CultureInfo.InvariantCulture, $"aws_session_token = {new string('t', 400)}\nx_security_token_expires = 2040-01-01T00:00:00Z\n\n");
        }

        _home = Directory.CreateTempSubdirectory("cake-aws-sso-rooms-");
        string folder = Path.Combine(_home.FullName, ".aws");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "config"), config.ToString());
        File.WriteAllText(Path.Combine(folder, "credentials"), credentials.ToString());
        _locations = AwsFiles.Locate(new AwsEnvironment(new Dictionary<string, string> { ["HOME"] = _home.FullName }));
    }

    [GlobalCleanup]
    public void CleanUp() => _home?.Delete(recursive: true);

    /// <summary>Reads both files and resolves one profile.</summary>
    [Benchmark]
    public object ResolveOne() => new SsoProfileResolver(SharedConfig.Load(_locations!, _files, _log), _log).GetSsoProfile("lab-00050");

    /// <summary>Reads both files and resolves every profile.</summary>
    [Benchmark]
    public object ListAll() => new SsoProfileResolver(SharedConfig.Load(_locations!, _files, _log), _log).GetSsoProfiles();
}
