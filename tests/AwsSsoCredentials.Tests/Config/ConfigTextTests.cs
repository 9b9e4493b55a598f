using System.Text;

namespace AwsSsoCredentials.Tests.Config;

/// <summary>What ends a strict reading; what the product does with such files: <see cref="LenientReadingTests"/>.</summary>
public sealed class ConfigTextTests
{
    [Theory]
    [Trait("Case", "3")]
    [InlineData("[default]\na = 1\n[profile foo\nb = 2\n", 3, "Profile definition must end with ']'")]
    public void Case_3_a_header_without_its_bracket_is_an_error_with_its_line(string text, int line, string problem) =>
        RefusesAt(text, line, problem);

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
        using var fixture = new ConfigFixture(
            [.. withMark ? encoding.Preamble : [], .. encoding.GetBytes("[default]\nsecret = h\u00FCnter2\n")]);

        string message = fixture.RefusedStrictly();

        Ordinal.Contains($"{fixture.ConfigPath} is not UTF-8 text", message);
        Ordinal.Contains(detail, message);
        Ordinal.Lacks("nter2", message);
    }

    [Fact]
    [Trait("Case", "21")]
    public void Case_21_the_tail_of_NULs_that_a_crash_leaves_is_an_error_naming_the_file()
    {
        using var fixture = new ConfigFixture("", "[default]\na = 1\n\0\0\0");

        Ordinal.Contains($"{fixture.CredentialsPath} is not UTF-8 text (line 3", fixture.RefusedStrictly());
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
            Assert.NotNull(fixture.LoadStrictly());
        }
        else
        {
            string message = fixture.RefusedStrictly();
            Ordinal.StartsWith(fixture.ConfigPath, message);
            Ordinal.Contains(problem, message);
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

        string message = fixture.RefusedStrictly();

        Ordinal.StartsWith($"{fixture.ConfigPath}, line {line}: ", message);
        Ordinal.Contains(problem, message);
        Ordinal.Lacks("hunter2", message);
    }
}
