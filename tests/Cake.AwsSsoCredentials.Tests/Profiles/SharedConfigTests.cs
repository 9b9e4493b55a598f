using System.Text;
using Cake.AwsSsoCredentials.Profiles;

namespace Cake.AwsSsoCredentials.Tests.Profiles;

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

        Assert.Contains($"{fixture.ConfigPath} (no such file) and {fixture.CredentialsPath} (no such file)", message, StringComparison.Ordinal);
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
        Assert.Contains(path, Assert.Single(fixture.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "2")]
    public void Case_2_a_credentials_file_that_is_yet_to_be_written_is_no_reason_for_a_warning()
    {
        using var fixture = new ConfigFixture("");
        string path = Path.Combine(fixture.Home, "elsewhere");

        fixture.Load(("AWS_SHARED_CREDENTIALS_FILE", path));

        Assert.Empty(fixture.Warnings);
        Assert.Contains(path, Assert.Single(fixture.Details), StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Case", "3")]
    [InlineData("[default]\na = 1\n[profile foo\nb = 2\n", 3, "Profile definition must end with ']'")]
    public void Case_3_a_header_without_its_bracket_is_an_error_with_its_line(string text, int line, string problem) => RefusesAt(text, line, problem);

    [Fact]
    [Trait("Case", "4")]
    public void Case_4_a_property_before_the_first_header_is_an_error_with_its_line() =>
        RefusesAt("\naws_session_token = hunter2\n", 2, "Expected a profile definition");

    [Fact]
    [Trait("Case", "5")]
    public void Case_5_a_colon_instead_of_the_equals_sign_is_an_error_that_says_what_to_write() =>
        RefusesAt("[default]\naws_session_token: hunter2\n", 2, "with '=' instead of ':'");

    [Fact]
    [Trait("Case", "6")]
    public void Case_6_a_property_without_a_name_is_an_error_with_its_line() =>
        RefusesAt("[default]\n= hunter2\n", 2, "Property did not have a name");

    [Theory]
    [Trait("Case", "7")]
    [InlineData("[profile foo]; c")]
    [InlineData("[profile foo]# c")]
    [InlineData("[profile foo] # c")]
    public void Case_7_a_comment_may_follow_a_header(string header) => Assert.Equal("1", Value($"{header}\na = 1\n", "foo", "a"));

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
    [Trait("Case", "10")]
    public void Case_10_a_name_with_a_bare_blank_is_ignored_and_only_who_asks_for_it_is_told()
    {
        using var fixture = new ConfigFixture("[profile a b]\nx = 1\n", "");

        SharedConfig config = fixture.Load();

        Assert.Empty(config.Profiles);
        Assert.Empty(fixture.Warnings);
        Assert.Contains($"{fixture.ConfigPath}, line 1: [profile a b] is ignored", Assert.Single(fixture.Details), StringComparison.Ordinal);
        Assert.Contains("[profile \"a b\"]", fixture.Refused(resolver => resolver.GetSsoProfile("a b")), StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Case", "11")]
    [InlineData("[profile \"a b\"]")]
    [InlineData("[profile 'a b']")]
    public void Case_11_a_quoted_name_is_accepted(string header) => Assert.Equal("1", Value($"{header}\nx = 1\n", "a b", "x"));

    [Theory]
    [InlineData("[profile \"a b]")]
    [InlineData("[profile 'a' 'b']")]
    [InlineData("[profile \"\"]")]
    public void Quotes_that_do_not_hold_one_name_make_the_section_ignored(string header)
    {
        using var fixture = new ConfigFixture($"{header}\nx = 1\n");

        Assert.Empty(fixture.Load().Profiles);
    }

    [Theory]
    [Trait("Case", "12")]
    [InlineData("[ profile foo ]")]
    [InlineData("[profile \tfoo \t]")]
    [InlineData("  [profile foo]")]
    public void Case_12_blanks_around_the_parts_of_a_header_do_not_count(string header) => Assert.Equal("1", Value($"{header}\nx = 1\n", "foo", "x"));

    [Theory]
    [Trait("Case", "13")]
    [InlineData("[profilefoo]")]
    [InlineData("[foo]")]
    [InlineData("[profiles foo]")]
    public void Case_13_a_config_profile_without_its_prefix_is_ignored_with_a_hint(string header) => IgnoredWithHint(header, "write [profile foo]");

    [Fact]
    [Trait("Case", "14")]
    public void Case_14_a_prefix_in_the_credentials_file_is_ignored_with_a_hint()
    {
        using var fixture = new ConfigFixture("", "[profile foo]\nx = 1\n");

        Assert.Empty(fixture.Load().Profiles);
        string message = fixture.Refused(resolver => resolver.GetSsoProfile("foo"));
        Assert.Contains($"{fixture.CredentialsPath}, line 1", message, StringComparison.Ordinal);
        Assert.Contains("write [foo]", message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "15")]
    public void Case_15_the_prefix_is_case_sensitive() => IgnoredWithHint("[PROFILE foo]", "write [profile foo]");

    [Fact]
    [Trait("Case", "15")]
    public void Case_15_default_is_case_sensitive()
    {
        using var fixture = new ConfigFixture("[Default]\nx = 1\n");

        Assert.Empty(fixture.Load().Profiles);
        Assert.Contains("write [default]", fixture.Refused(resolver => resolver.GetSsoProfile("default")), StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Case", "16")]
    [InlineData("[default]\nx = bare\ny = bare\n[profile default]\nx = prefixed\n")]
    [InlineData("[profile default]\nx = prefixed\n[default]\nx = bare\ny = bare\n")]
    public void Case_16_the_prefixed_default_counts_and_the_bare_one_does_not(string text)
    {
        using var fixture = new ConfigFixture(text);

        ConfigSection section = Assert.Single(fixture.Load().Profiles).Value;

        Assert.Equal("prefixed", section.Find("x")?.Value);
        Assert.False(section.Has("y"));
    }

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

    [Theory]
    [Trait("Case", "19")]
    [InlineData("[default]\r\na = 1\r\nb = 2")]
    [InlineData("[default]\ra = 1\rb = 2")]
    [InlineData("[default]\n\ta\t=\t1\t\n\tb\t=\t2\t")]
    public void Case_19_any_line_end_and_tabs_are_fine(string text)
    {
        Assert.Equal("1", Value(text, "default", "a"));
        Assert.Equal("2", Value(text, "default", "b"));
    }

    [Fact]
    [Trait("Case", "20")]
    public void Case_20_a_byte_order_mark_is_accepted()
    {
        using var fixture = new ConfigFixture([.. Encoding.UTF8.Preamble, .. "[default]\na = 1\n"u8]);

        Assert.Equal("1", fixture.Load().Profiles["default"].Find("a")?.Value);
    }

    [Theory]
    [Trait("Case", "21")]
    [InlineData("utf-16", true, "it looks like UTF-16")]
    [InlineData("utf-16BE", true, "it looks like UTF-16")]
    [InlineData("utf-16", false, "line 1")]
    [InlineData("iso-8859-1", false, "line 2")]
    public void Case_21_a_file_that_is_not_UTF8_is_an_error_naming_it(string encodingName, bool withMark, string detail)
    {
        var encoding = Encoding.GetEncoding(encodingName);
        using var fixture = new ConfigFixture([.. withMark ? encoding.Preamble : [], .. encoding.GetBytes("[default]\nsecret = h\u00FCnter2\n")]);

        string message = fixture.Refused(_ => { });

        Assert.Contains($"{fixture.ConfigPath} is not UTF-8 text", message, StringComparison.Ordinal);
        Assert.Contains(detail, message, StringComparison.Ordinal);
        Assert.DoesNotContain("nter2", message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "21")]
    public void Case_21_the_tail_of_NULs_that_a_crash_leaves_is_an_error_naming_the_file()
    {
        using var fixture = new ConfigFixture("", "[default]\na = 1\n\0\0\0");

        Assert.Contains($"{fixture.CredentialsPath} is not UTF-8 text (line 3", fixture.Refused(_ => { }), StringComparison.Ordinal);
    }

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
        Assert.Contains("belong in the config file", fixture.Refused(resolver => resolver.GetSsoSession("corp")), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "26")]
    public void Case_26_who_uses_the_session_that_is_also_in_the_credentials_file_is_warned()
    {
        const string Session = "[sso-session corp]\nsso_region = us-east-1\nsso_start_url = https://d-x.awsapps.com/start\n";
        using var fixture = new ConfigFixture(Session, Session);

        fixture.Resolver().GetSsoSession("corp");

        Assert.Contains($"{fixture.CredentialsPath}, line 1: [sso-session corp] is ignored", Assert.Single(fixture.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Case", "27")]
    [InlineData("[sso-session]")]
    [InlineData("[sso-sesion corp]")]
    [InlineData("[sso-sessioncorp]")]
    public void Case_27_a_misspelt_session_header_makes_no_session(string header)
    {
        using var fixture = new ConfigFixture($"{header}\nsso_region = us-east-1\n");

        Assert.Empty(fixture.Load().SsoSessions);
        Assert.Empty(fixture.Load().Profiles);
    }

    [Fact]
    [Trait("Case", "28")]
    public void Case_28_a_session_and_a_profile_of_one_name_are_independent()
    {
        using var fixture = new ConfigFixture("[default]\nx = profile\n[sso-session default]\nx = session\n[services default]\nx = services\n");

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
    public void A_property_with_an_odd_name_is_left_out_without_its_name_being_shown()
    {
        using var fixture = new ConfigFixture("", "[default]\naws_secret_access_key: hunter2+=\n");

        Assert.Empty(fixture.Load().Profiles["default"].Properties);
        string detail = Assert.Single(fixture.Details);
        Assert.Contains($"{fixture.CredentialsPath}, line 2", detail, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", detail, StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_of_the_model_shows_a_value()
    {
        using var fixture = new ConfigFixture("", "[default]\naws_secret_access_key = hunter2\n");
        SharedConfig config = fixture.Load();
        ConfigSection section = config.Profiles["default"];

        Assert.All(
            [config.ToString(), section.ToString(), section.Find("aws_secret_access_key")!.ToString()],
            text => Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal));
    }

    [ConformanceTheory]
    [InlineData("aws_config", null)]
    [InlineData("aws_config_nested", null)]
    [InlineData("aws_config_nested_bad", null)] // row 23: the bad line is in a block that is not ours
    [InlineData("aws_config_nocreds", null)]
    [InlineData("aws_config_other", null)]
    [InlineData("aws_services_config", null)]
    [InlineData("aws_sso_session_config", null)]
    [InlineData("aws_third_config", null)]
    [InlineData("aws_bad_profile", null)]
    [InlineData("aws_config_bad", "line ")]
    [InlineData("aws_config_badbytes", "is not UTF-8 text")]
    public void The_config_files_of_botocore_are_read_or_refused_by_name(string file, string? problem)
    {
        using var fixture = new ConfigFixture(Conformance.ReadBytes("botocore-config/" + file));

        if (problem is null)
        {
            Assert.NotNull(fixture.Load());
        }
        else
        {
            string message = fixture.Refused(_ => { });
            Assert.StartsWith(fixture.ConfigPath, message, StringComparison.Ordinal);
            Assert.Contains(problem, message, StringComparison.Ordinal);
        }
    }

    private static string? Value(string configText, string profile, string key)
    {
        using var fixture = new ConfigFixture(configText);
        return fixture.Load().Profiles[profile].Find(key)?.Value;
    }

    private static void RefusesAt(string text, int line, string problem)
    {
        using var fixture = new ConfigFixture(text);

        string message = fixture.Refused(_ => { });

        Assert.StartsWith($"{fixture.ConfigPath}, line {line}: ", message, StringComparison.Ordinal);
        Assert.Contains(problem, message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", message, StringComparison.Ordinal);
    }

    private static void IgnoredWithHint(string header, string hint)
    {
        using var fixture = new ConfigFixture($"{header}\nx = 1\n");

        Assert.Empty(fixture.Load().Profiles);
        string message = fixture.Refused(resolver => resolver.GetSsoProfile("foo"));
        Assert.Contains($"{fixture.ConfigPath}, line 1", message, StringComparison.Ordinal);
        Assert.Contains(hint, message, StringComparison.Ordinal);
    }
}
