using AwsSsoCredentials.Machine;
using AwsSsoCredentials.Tests.Config;

namespace AwsSsoCredentials.Tests.Machine;

public sealed class AwsEnvironmentTests
{
    [Fact]
    [Trait("Case", "31")]
    public void Case_31_AWS_PROFILE_comes_before_AWS_DEFAULT_PROFILE()
    {
        var environment = ConfigFixture.Unix(("AWS_PROFILE", "one"), ("AWS_DEFAULT_PROFILE", "two"));

        Assert.Equal("one", environment.ProfileName);
        Assert.Equal("AWS_PROFILE", environment.ProfileVariable);
    }

    [Fact]
    public void AWS_DEFAULT_PROFILE_counts_where_AWS_PROFILE_is_empty()
    {
        var environment = ConfigFixture.Unix(("AWS_PROFILE", ""), ("AWS_DEFAULT_PROFILE", "two"));

        Assert.Equal("two", environment.ProfileName);
        Assert.Equal("AWS_DEFAULT_PROFILE", environment.ProfileVariable);
    }

    [Fact]
    public void Without_a_variable_the_profile_is_default()
    {
        Assert.Equal("default", ConfigFixture.Unix().ProfileName);
        Assert.Null(ConfigFixture.Unix().ProfileVariable);
    }

    [Fact]
    [Trait("Case", "32")]
    public void Case_32_HOME_comes_first_on_Windows()
    {
        var environment = Windows(@"D:\login", ("HOME", @"C:\home"), ("USERPROFILE", @"C:\profile"));

        Assert.Equal(@"C:\home", environment.GetHomeDirectory());
    }

    [Fact]
    [Trait("Case", "32")]
    public void Case_32_USERPROFILE_comes_before_HOMEDRIVE_and_HOMEPATH_on_Windows()
    {
        var environment = Windows(null, ("UserProfile", @"C:\profile"), ("HOMEDRIVE", "D:"), ("HOMEPATH", @"\other"));

        Assert.Equal(@"C:\profile", environment.GetHomeDirectory());
    }

    [Fact]
    [Trait("Case", "32")]
    public void Case_32_HOMEDRIVE_and_HOMEPATH_are_joined_on_Windows()
    {
        var environment = Windows(null, ("HOMEDRIVE", "D:"), ("HOMEPATH", @"\other"));

        Assert.Equal(@"D:\other", environment.GetHomeDirectory());
    }

    [Fact]
    [Trait("Case", "32")]
    public void Case_32_USERPROFILE_means_nothing_outside_Windows()
    {
        var environment = new AwsEnvironment(new Dictionary<string, string> { ["USERPROFILE"] = "/profile" }, loginHome: "/login");

        Assert.Equal("/login", environment.GetHomeDirectory());
    }

    [Theory]
    [Trait("Case", "32")]
    [InlineData(false, "home", "HOME")]
    [InlineData(true, "home", "HOME")]
    [InlineData(true, @"\home", "HOME")]
    [InlineData(true, "C:home", "HOME")]
    public void Case_32_a_relative_home_is_refused_with_the_name_of_its_variable(bool isWindows, string home, string variable)
    {
        var environment = new AwsEnvironment(
            new Dictionary<string,
            string>
            { ["HOME"] = home },
            isWindows,
            loginHome: isWindows ? @"C:\x" : "/x");

        var error = Assert.Throws<SsoConfigurationException>(() => environment.GetHomeDirectory());
        Ordinal.Contains($"'{home}' (from {variable}) is not an absolute path", error.Message);
    }

    [Theory]
    [Trait("Case", "32")]
    [InlineData(false, "HOME")]
    [InlineData(true, "USERPROFILE")]
    public void Case_32_an_unknown_home_is_refused_with_the_variable_to_set(bool isWindows, string variable)
    {
        var environment = new AwsEnvironment(new Dictionary<string, string>(), isWindows);

        var error = Assert.Throws<SsoConfigurationException>(() => environment.GetHomeDirectory());
        Ordinal.Contains($"set the environment variable {variable}", error.Message);
    }

    [Fact]
    [Trait("Case", "32")]
    public void Case_32_a_HOME_that_does_not_exist_stays_as_it_is()
    {
        Assert.Equal("/no/such/home", ConfigFixture.Unix(("HOME", "/no/such/home")).GetHomeDirectory());
    }

    [Theory]
    [InlineData("~", "/h")]
    [InlineData("~/aws/config", "/h/aws/config")]
    [InlineData(" /etc/aws ", "/etc/aws")]
    [InlineData("aws/config", null)]
    public void A_tilde_stands_for_the_home(string path, string? expected)
    {
        string expanded = ConfigFixture.Unix(("HOME", "/h")).ExpandPath(path, "AWS_CONFIG_FILE");

        Assert.Equal(expected ?? Path.GetFullPath(path), expanded);
    }

    [Fact]
    public void Capture_reads_the_known_variables_through_the_given_function_and_never_asks_for_keys()
    {
        var asked = new List<string>();
        var environment = AwsEnvironment.Capture(name =>
        {
            asked.Add(name);
            return name == "AWS_PROFILE" ? "dev" : null;
        });

        Assert.Equal("dev", environment.ProfileName);
        Assert.Contains("HOME", asked);
        Assert.Equal(asked.Distinct(), asked);
        Assert.DoesNotContain("AWS_SECRET_ACCESS_KEY", asked);
        Assert.DoesNotContain("AWS_SESSION_TOKEN", asked);
        Assert.Equal(OperatingSystem.IsWindows(), environment.IsWindows);
    }

    [Fact]
    public void Capture_knows_a_home_without_any_variable()
    {
        Assert.True(Path.IsPathFullyQualified(AwsEnvironment.Capture(_ => null).GetHomeDirectory()));
    }

    [Theory]
    [InlineData("GITHUB_ACTIONS", "True", true)]
    [InlineData("GITHUB_ACTIONS", "no", false)]
    [InlineData("CI_SERVER", "yes", true)]
    [InlineData("TF_BUILD", "True", true)]
    [InlineData("bamboo_buildNumber", "7", true)]
    [InlineData("CI", "true", true)]
    [InlineData("CI", "woodpecker", true)]
    [InlineData("CI", "false", false)]
    [InlineData("CI", "0", false)]
    [InlineData("CI", " ", false)]
    [InlineData("DISPLAY", ":0", false)]
    public void A_CI_system_is_told_by_its_variables(string name, string value, bool expected)
    {
        Assert.Equal(expected, ConfigFixture.Unix((name, value)).IsCi);
    }

    [Fact]
    public void Its_text_shows_no_value()
    {
        Ordinal.Lacks("hunter2", ConfigFixture.Unix(("HTTPS_PROXY", "http://me:hunter2@proxy")).ToString());
    }

    private static AwsEnvironment Windows(string? loginHome, params (string Name, string Value)[] variables) =>
        new(variables.ToDictionary(one => one.Name, one => one.Value), isWindows: true, loginHome);
}
