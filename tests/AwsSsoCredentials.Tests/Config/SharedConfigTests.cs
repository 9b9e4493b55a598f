using AwsSsoCredentials.Config;

namespace AwsSsoCredentials.Tests.Config;

public sealed class SharedConfigTests
{
    [Fact]
    [Trait("Case", "1")]
    public void Case_1_empty_files_have_no_profiles()
    {
        using var fixture = new ConfigFixture("", "");

        Assert.Empty(fixture.Load().Profiles);
        Assert.Empty(fixture.Warnings);
    }

    [Fact]
    [Trait("Case", "1")]
    public void Case_1_missing_files_have_no_profiles_and_the_later_error_lists_both_paths()
    {
        using var fixture = new ConfigFixture();

        string message = fixture.Refused(resolver => resolver.GetSsoProfile("dev"));

        Ordinal.Contains($"{fixture.ConfigPath} (no such file) and {fixture.CredentialsPath} (no such file)", message);
        Assert.Empty(fixture.Warnings);
    }

    [Fact]
    [Trait("Case", "2")]
    public void Case_2_a_config_file_that_a_variable_names_but_does_not_exist_is_warned_about_with_its_path()
    {
        using var fixture = new ConfigFixture("[default]\na = 1\n");
        string path = Path.Combine(fixture.Home, "elsewhere");

        SharedConfig config = fixture.Load(("AWS_CONFIG_FILE", path));

        Assert.Empty(config.Profiles); // and not the default file instead
        Ordinal.Contains(path, Assert.Single(fixture.Warnings));
    }

    [Fact]
    [Trait("Case", "2")]
    public void Case_2_a_credentials_file_that_is_yet_to_be_written_is_no_reason_for_a_warning()
    {
        using var fixture = new ConfigFixture("");
        string path = Path.Combine(fixture.Home, "elsewhere");

        fixture.Load(("AWS_SHARED_CREDENTIALS_FILE", path));

        Assert.Empty(fixture.Warnings);
        Ordinal.Contains(path, Assert.Single(fixture.Details));
    }

    [Fact]
    [Trait("Case", "8")]
    public void Case_8_a_comment_after_a_value_is_stripped() =>
        Assert.Equal("us-east-1", Value("[default]\nsso_region = us-east-1 # main\n", "default", "sso_region"));

    [Theory]
    [Trait("Case", "9")]
    [InlineData("https://d-x.awsapps.com/start#")]
    [InlineData("https://d-x.awsapps.com/start#/")]
    public void Case_9_a_hash_without_a_blank_before_it_belongs_to_the_value(string url) =>
        Assert.Equal(url, Value($"[default]\nsso_start_url = {url}\n", "default", "sso_start_url"));

    [Fact]
    [Trait("Case", "17")]
    public void Case_17_repeated_sections_are_merged_and_the_last_value_wins()
    {
        const string Text = "[profile foo]\na = 1\nb = 1\n[profile foo]\nb = 2\nb = 3\n";

        Assert.Equal("1", Value(Text, "foo", "a"));
        Assert.Equal("3", Value(Text, "foo", "b"));
    }

    [Fact]
    [Trait("Case", "18")]
    public void Case_18_the_case_of_a_property_name_does_not_matter() =>
        Assert.Equal("us-east-1", Value("[default]\nSSO_Region = us-east-1\n", "default", "sso_region"));

    [Fact]
    [Trait("Case", "22")]
    public void Case_22_a_nested_block_does_not_swallow_the_keys_below_it()
    {
        const string Text = "[default]\ns3 =\n  addressing_style = path\n\n  # comment\n  sso_region = not-this\nsso_region = us-east-1\n";

        Assert.Equal("us-east-1", Value(Text, "default", "sso_region"));
        Assert.Equal("\naddressing_style = path\nsso_region = not-this", Value(Text, "default", "s3"));
    }

    [Fact]
    [Trait("Case", "23")]
    public void Case_23_a_nested_line_without_an_equals_sign_is_not_our_business()
    {
        Assert.Equal("us-east-1", Value("[default]\ns3 =\n  nonsense\nsso_region = us-east-1\n", "default", "sso_region"));
    }

    [Fact]
    [Trait("Case", "26")]
    public void Case_26_a_session_in_the_credentials_file_is_ignored_with_a_hint()
    {
        using var fixture = new ConfigFixture("", "[sso-session corp]\nsso_region = us-east-1\n");

        Assert.Empty(fixture.Load().SsoSessions);
        Ordinal.Contains("belong in the config file", fixture.Refused(resolver => resolver.GetSsoSession("corp")));
    }

    [Fact]
    [Trait("Case", "26")]
    public void Case_26_who_uses_the_session_that_is_also_in_the_credentials_file_is_warned()
    {
        const string Session = "[sso-session corp]\nsso_region = us-east-1\nsso_start_url = https://d-x.awsapps.com/start\n";
        using var fixture = new ConfigFixture(Session, Session);

        fixture.Resolver().GetSsoSession("corp");

        Ordinal.Contains($"{fixture.CredentialsPath}, line 1: [sso-session corp] is ignored", Assert.Single(fixture.Warnings));
    }

    [Fact]
    [Trait("Case", "28")]
    public void Case_28_a_session_and_a_profile_of_one_name_are_independent()
    {
        using var fixture = new ConfigFixture(
            "[default]\nx = profile\n[sso-session default]\nx = session\n[services default]\nx = services\n");

        SharedConfig config = fixture.Load();

        Assert.Equal("profile", config.Profiles["default"].Find("x")?.Value);
        Assert.Equal("session", config.SsoSessions["default"].Find("x")?.Value);
        Assert.Equal("services", config.Services["default"].Find("x")?.Value);
    }

    [Fact]
    [Trait("Case", "29")]
    public void Case_29_the_credentials_file_wins_key_by_key()
    {
        using var fixture = new ConfigFixture("[profile foo]\nx = config\ny = config\n", "[foo]\nX = credentials\n");

        ConfigSection section = fixture.Load().Profiles["foo"];

        Assert.Equal("credentials", section.Find("x")?.Value);
        Assert.Equal(fixture.CredentialsPath, section.Find("x")?.Path);
        Assert.Equal("config", section.Find("y")?.Value);
    }

    [Fact]
    public void To_a_strict_reading_a_property_with_an_odd_name_is_left_out_without_its_name_being_shown()
    {
        using var fixture = new ConfigFixture("", "[default]\naws_secret_access_key: hunter2+=\n");

        Assert.Empty(fixture.LoadStrictly().Profiles["default"].Properties);
        string detail = Assert.Single(fixture.Details);
        Ordinal.Contains($"{fixture.CredentialsPath}, line 2", detail);
        Ordinal.Lacks("hunter2", detail);
    }

    [Fact]
    public void No_text_of_the_model_shows_a_value()
    {
        using var fixture = new ConfigFixture("", "[default]\naws_secret_access_key = hunter2\n");
        SharedConfig config = fixture.Load();
        ConfigSection section = config.Profiles["default"];

        Assert.All(
            [config.ToString(), section.ToString(), section.Find("aws_secret_access_key")!.ToString()],
            text => Ordinal.Lacks("hunter2", text));
    }

    private static string? Value(string configText, string profile, string key)
    {
        using var fixture = new ConfigFixture(configText);
        return fixture.Load().Profiles[profile].Find(key)?.Value;
    }
}
