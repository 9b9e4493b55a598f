using System.Globalization;
using System.Text;
using AwsSsoCredentials;
using AwsSsoCredentials.Credentials;
using AwsSsoCredentials.Files;
using AwsSsoCredentials.Ini;
using BenchmarkDotNet.Attributes;
using Benchmarks;

namespace RoomBenchmarks;

/// <summary>The credentials file, by the number of profiles in it.</summary>
[MemoryDiagnoser]
public class CredentialsFileBenchmarks
{
    private byte[] _content = [];
    private IniDocument _document = IniDocument.Parse(ReadOnlyMemory<byte>.Empty);
    private DirectoryInfo? _folder;
    private CredentialsFile? _file;
    private int _number;

    /// <summary>Gets or sets how many profiles the file has.</summary>
    [Params(100, 1_000, 10_000)]
    public int Profiles { get; set; }

    private static string Middle => "lab-00050";

    [GlobalSetup]
    public void SetUp()
    {
        var text = new StringBuilder();
        for (int i = 0; i < Profiles; i++)
        {
            string digits = i.ToString("D5", CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"[lab-{digits}]\naws_access_key_id = ASIAIOSFODNN7{digits}\naws_secret_access_key = {new string('s', 40)}\n");
            text.Append(CultureInfo.InvariantCulture, $"aws_session_token = {new string('t', 400)}\nx_security_token_expires = 2040-01-01T00:00:00Z\n\n");
        }

        _content = Encoding.UTF8.GetBytes(text.ToString());
        _document = IniDocument.Parse(_content);
        _folder = Directory.CreateTempSubdirectory("cake-aws-sso-rooms-");
        string path = Path.Combine(_folder.FullName, "credentials");
        File.WriteAllBytes(path, _content);
        _file = new CredentialsFile(path, new SafeFiles(), TimeProvider.System, new ConsoleLog());
    }

    [GlobalCleanup]
    public void CleanUp() => _folder?.Delete(recursive: true);

    /// <summary>Parses the file.</summary>
    [Benchmark]
    public object Parse() => IniDocument.Parse(_content);

    /// <summary>Gives one profile new keys, in memory.</summary>
    [Benchmark]
    public object Edit()
    {
        CredentialsEdit edit = new CredentialsEdit("credentials", _document, _ => ConfigNamesake.None).Write([new CredentialsWrite(Keys(), Middle, false)]);
        return edit.Refusals[0] is { } refusal ? throw refusal : edit.Document;
    }

    /// <summary>Gives one profile of the file new keys: lock, read, edit, check, replace, flush.</summary>
    [Benchmark]
    public void Write() => _file!.Write(Keys(), Middle);

    private SsoCredentials Keys() => new(
        "lab", "111122223333", "Developer", "eu-central-1", $"ASIAIOSFODNN{_number++:D8}", "secret", "token", DateTimeOffset.UnixEpoch.AddYears(70), "corp");
}
