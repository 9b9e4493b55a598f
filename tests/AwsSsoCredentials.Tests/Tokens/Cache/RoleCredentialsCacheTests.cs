using AwsSsoCredentials.Files;
using AwsSsoCredentials.Profiles;
using AwsSsoCredentials.Tokens.Cache;

namespace AwsSsoCredentials.Tests.Tokens.Cache;

public sealed class RoleCredentialsCacheTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cli-cache-").FullName;
    private readonly TestLog _log = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Only_entries_out_of_sso_are_removed()
    {
        var sso = Write("a.json", """{"ProviderType": "sso", "Credentials": {"AccessKeyId": "ASIA"}}""");
        Write("b.json", """{"ProviderType": "assume-role", "Credentials": {}}""");
        Write("c.json", """{"Credentials": {}}""");
        Write("d.json", "{\"ProviderType\": \"sso\"");
        Write("e.json", "[\"sso\"]");
        Write("session.db", "SQLite");
        Assert.Equal([sso], Cache(_folder).RemoveAll());
        Assert.Equal(["b.json", "c.json", "d.json", "e.json", "session.db"], Directory.GetFiles(_folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_missing_folder_is_empty() => Assert.Empty(Cache(Path.Combine(_folder, "none")).RemoveAll());

    [Fact]
    public void An_entry_that_cannot_be_read_holds_nobody_up()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "a.json"));
        var sso = Write("b.json", """{"ProviderType": "sso"}""");
        Assert.Equal([sso], Cache(_folder).RemoveAll());
    }

    [Fact]
    public void The_entries_of_some_profiles_are_removed()
    {
        var session = new SsoSession("dev", "https://d-abc123.awsapps.com/start", "us-east-1", []);
        var mine = Write("4f0072b03f86a95e613340c2868ab49e9cc60d6e.json", """{"ProviderType": "sso"}""");
        Write("048db75bbe50955c16af7aba6ff9c41a3131bb7e.json", """{"ProviderType": "sso"}""");
        SsoProfile[] profiles = [new("p", "012345678901", "SampleRole", null, session), new("q", "012345678901", "Other", null, session)];
        Assert.Equal([mine], Cache(_folder).RemoveOf(profiles));
    }

    private RoleCredentialsCache Cache(string folder) => new(folder, new SafeFiles(), _log);

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }
}
