using System.Text.Json;
using AwsSsoCredentials.Login;
using AwsSsoCredentials.Tokens.Cache;

namespace AwsSsoCredentials.Tests.Tokens.Cache;

public sealed class CacheFileNamesTests
{
    private const string VectorFile = "cache-keys/cache-key-vectors.json";

    [Theory]
    [InlineData("corp", "ee0bfd2552fbd840c02cc48b6e823320543c450f.json")]
    [InlineData("https://d-0123456789.awsapps.com/start", "aa477cedd4b2708a54ce60d7ae5a3b7f986013da.json")]
    public void A_token_file_is_named_after_the_session_or_the_start_url(string key, string file) =>
        Assert.Equal(file, CacheFileNames.Token(key));

    [Theory]
    [Trait("Case", "74")]
    [InlineData("https://d-abc123.awsapps.com/start", "40a89917e3175433e361b710a9d43528d7f1890a.json")]
    [InlineData("https://d-abc123.awsapps.com/start/", "efc31dacc9f40d3b937b7214601a881f4c2500c4.json")]
    [InlineData("https://d-abc123.awsapps.com/start#", "514b6602afe551ea679d893c138d387db88192f3.json")]
    [InlineData("https://D-ABC123.awsapps.com/start", "604bc02aad85f73ae7ef90228102257b32201d08.json")]
    public void Case_74_a_start_url_is_hashed_exactly_as_written(string startUrl, string file) =>
        Assert.Equal(file, CacheFileNames.Token(startUrl));

    [Fact]
    public void A_registration_file_is_named_after_pythons_sorted_json() =>
        Assert.Equal(
            "c6b2fc6aec0d9c2d2652036ffbe173a43a8ba2c3.json",
            CacheFileNames.Registration("https://d-abc123.awsapps.com/start", "us-east-1", ["sso:account:access"], "dev"));

    [Fact]
    public void Missing_scopes_and_session_are_null_in_the_name_of_a_registration_file() =>
        Assert.Equal(
            "c7029af06842ab71c7d71a4f2d85fc584e0c5528.json",
            CacheFileNames.Registration("https://d-abc123.awsapps.com/start", "us-east-1", [], null));

    [Fact]
    public void Role_credentials_are_named_after_the_session() =>
        Assert.Equal(
            "4f0072b03f86a95e613340c2868ab49e9cc60d6e.json",
            CacheFileNames.RoleCredentials("012345678901", "SampleRole", "https://d-abc123.awsapps.com/start", "dev"));

    [Fact]
    public void Role_credentials_of_a_legacy_profile_are_named_after_the_start_url() =>
        Assert.Equal(
            "048db75bbe50955c16af7aba6ff9c41a3131bb7e.json",
            CacheFileNames.RoleCredentials("1234567890", "test-role", "https://d-92671207e4.awsapps.com/start", null));

    // Computed with Python: hashlib.sha1(json.dumps({...}, separators=(",", ":"), sort_keys=True).encode()).hexdigest()
    [Fact]
    public void Role_names_with_plus_and_non_ascii_sessions_are_escaped_as_python_does() =>
        Assert.Equal(
            "7814da1c02a9ac5d1997897a8b623c03462f2ba4.json",
            CacheFileNames.RoleCredentials("012345678901", "Power+User&<dev>'@/", "https://d-abc123.awsapps.com/start", "söss 😀"));

    // Computed with Python: hashlib.sha1(json.dumps({...}, sort_keys=True).encode()).hexdigest()
    [Fact]
    public void A_registration_with_unusual_characters_is_escaped_as_python_does() =>
        Assert.Equal(
            "eb38cb3e6589133404030f705565189a2f01f90a.json",
            CacheFileNames.Registration("https://d-abc123.awsapps.com/start/#", "eu-central-1", ["a:b", "c+d\"\\\t"], "ü & 'x'"));

    [ConformanceFact]
    public void All_token_vectors_are_met()
    {
        foreach (var vector in Vectors("tokenFile"))
        {
            Assert.Equal(vector.GetProperty("file").GetString(), CacheFileNames.Token(vector.GetProperty("input").GetString()!));
        }
    }

    [ConformanceFact]
    public void All_registration_vectors_are_met()
    {
        foreach (var vector in Vectors("registrationFile"))
        {
            var args = vector.GetProperty("args");
            IReadOnlyList<string> scopes = args.GetProperty("scopes").ValueKind == JsonValueKind.Null
                ? []
                : [.. args.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()!)];
            Assert.Equal(
                vector.GetProperty("file").GetString(),
                CacheFileNames.Registration(
                    args.GetProperty("startUrl").GetString()!,
                    args.GetProperty("region").GetString()!,
                    scopes,
                    args.GetProperty("session_name").GetString()));
        }
    }

    [ConformanceFact]
    public void All_role_credentials_vectors_are_met()
    {
        foreach (var vector in Vectors("cliCacheFile"))
        {
            var args = vector.GetProperty("args");
            Assert.Equal(
                vector.GetProperty("file").GetString(),
                CacheFileNames.RoleCredentials(
                    args.GetProperty("accountId").GetString()!,
                    args.GetProperty("roleName").GetString()!,
                    args.TryGetProperty("startUrl", out var startUrl) ? startUrl.GetString()! : "",
                    args.TryGetProperty("sessionName", out var session) ? session.GetString() : null));
        }
    }

    [ConformanceFact]
    public void All_pkce_vectors_are_met()
    {
        foreach (var vector in Vectors("pkce"))
        {
            Assert.Equal(vector.GetProperty("challenge").GetString(), new Pkce(vector.GetProperty("verifier").GetString()!).Challenge);
        }
    }

    private static List<JsonElement> Vectors(string name)
    {
        List<JsonElement> vectors = [.. Conformance.ReadJson(VectorFile).GetProperty(name).EnumerateArray()];
        Assert.NotEmpty(vectors);
        return vectors;
    }
}
