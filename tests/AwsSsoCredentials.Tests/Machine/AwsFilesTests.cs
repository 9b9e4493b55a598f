using System.Text.Json;
using AwsSsoCredentials.Machine;
using AwsSsoCredentials.Tests.Config;

namespace AwsSsoCredentials.Tests.Machine;

public sealed class AwsFilesTests
{
    private const string Cases = "file-location/file-location-tests.json";

    public static TheoryData<int, string> LocationCases()
    {
        var data = new TheoryData<int, string>();
        foreach ((int index, JsonElement one) in Conformance.ReadJson(Cases).GetProperty("tests").EnumerateArray().Index())
        {
            data.Add(index, one.GetProperty("name").GetString()!);
        }

        return data;
    }

    [ConformanceTheory]
    [MemberData(nameof(LocationCases))]
    public void The_files_lie_where_the_specification_says(int index, string name)
    {
        JsonElement one = Conformance.ReadJson(Cases).GetProperty("tests")[index];
        Assert.Equal(name, one.GetProperty("name").GetString());
        string? loginHome = one.TryGetProperty("languageSpecificHome", out JsonElement home) ? home.GetString() : null;
        var environment = new AwsEnvironment(
            Conformance.Strings(one.GetProperty("environment")),
            one.GetProperty("platform").GetString() == "windows",
            loginHome);

        var files = AwsFiles.Locate(environment);

        Assert.Equal(one.GetProperty("configLocation").GetString(), files.ConfigPath);
        Assert.Equal(one.GetProperty("credentialsLocation").GetString(), files.CredentialsPath);
        if (one.TryGetProperty("profile", out JsonElement profile)) // one case names none
        {
            Assert.Equal(profile.GetString(), environment.ProfileName);
        }
    }

    [ConformanceFact]
    public void There_are_eleven_location_cases() => Assert.Equal(11, LocationCases().Count);

    [Fact]
    public void Both_caches_stay_below_the_home_when_variables_move_the_files()
    {
        var files = AwsFiles.Locate(ConfigFixture.Unix(("HOME", "/h"), ("AWS_CONFIG_FILE", "/c"), ("AWS_SHARED_CREDENTIALS_FILE", "~/k")));

        Assert.Equal(("/c", true), (files.ConfigPath, files.IsConfigNamed));
        Assert.Equal(("/h/k", true), (files.CredentialsPath, files.IsCredentialsNamed));
        Assert.Equal("/h/.aws/sso/cache", files.SsoCacheDirectory);
        Assert.Equal("/h/.aws/cli/cache", files.CliCacheDirectory);
    }

    [Fact]
    public void Without_variables_the_files_lie_in_the_home()
    {
        var files = AwsFiles.Locate(ConfigFixture.Unix(("HOME", "/h")));

        Assert.Equal(("/h/.aws/config", false), (files.ConfigPath, files.IsConfigNamed));
        Assert.Equal(("/h/.aws/credentials", false), (files.CredentialsPath, files.IsCredentialsNamed));
    }
}
