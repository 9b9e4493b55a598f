using System.Text;
using AwsSsoCredentials.Config;

namespace AwsSsoCredentials.Tests.Config;

/// <summary>Files that the AWS CLI reads in another way than the cross-SDK rules, and files that it gives up altogether.</summary>
public sealed class LenientReadingTests
{
    private const string Session = "[sso-session corp]\nsso_start_url = https://d-x.awsapps.com/start\nsso_region = eu-west-1\n";
    private const string Dev = "[profile dev]\nsso_session = corp\nsso_account_id = 111111111112\nsso_role_name = ReadOnlyAccess\n";

    [Fact]
    public void A_colon_separates_a_name_from_its_value_as_in_botocore()
    {
        using var fixture = new ConfigFixture((Session + Dev).Replace(" = ", ": ", StringComparison.Ordinal), "[x]\naws_secret_access_key: a=b\n");

        Assert.Equal("111111111112", fixture.Resolver().GetSsoProfile("dev").AccountId);
        Assert.Equal("https://d-x.awsapps.com/start", fixture.Resolver().GetSsoProfile("dev").Session.StartUrl);
        Assert.Equal("a=b", fixture.Load().Profiles["x"].Find("aws_secret_access_key")?.Value);
        Assert.Empty(fixture.Warnings);
    }

    [Fact]
    public void A_line_that_is_deeper_than_one_with_a_colon_continues_it_be_it_a_header()
    {
        using var fixture = new ConfigFixture("[profile dev]\ns3:\n  region = x\n  [profile prod]\n  y = 1\nsso_region: eu-west-1\n");

        SharedConfig config = fixture.Load();

        Assert.Equal(["dev"], config.Profiles.Keys);
        Assert.Equal(["s3", "sso_region"], config.Profiles["dev"].Properties.Keys);
    }

    [Theory]
    [InlineData("stray")] // no sign at all
    [InlineData("= value")]
    [InlineData(": value")]
    [InlineData("\uFEFFstray")] // a byte order mark between two files that were joined
    public void A_stray_line_in_a_section_that_nobody_asked_for_is_one_warning_with_file_and_line(string stray)
    {
        using var fixture = new ConfigFixture(Session + Dev + $"[profile other]\n{stray}\nsso_session = corp\n");

        Assert.Equal("111111111112", fixture.Resolver().GetSsoProfile("dev").AccountId);
        string warning = Assert.Single(fixture.Warnings);
        Ordinal.StartsWith($"{fixture.ConfigPath}, line 9: ", warning);
        Ordinal.Contains("the AWS CLI and boto3 refuse the whole file", warning);
    }

    [Theory]
    [InlineData("sso_role_name Admin")]
    [InlineData("hunter2")]
    public void A_stray_line_in_the_section_that_is_asked_for_ends_the_call_without_being_shown(string stray)
    {
        using var fixture = new ConfigFixture(Session + Dev + stray + "\n");

        string message = fixture.Refused(resolver => resolver.GetSsoProfile("dev"));

        Ordinal.StartsWith($"{fixture.ConfigPath}, line 8: Expected an '=' sign", message);
        Ordinal.Lacks(stray, message);
        Assert.Empty(fixture.Warnings); // the error says it
    }

    [Fact]
    public void A_stray_line_in_the_session_that_is_asked_for_ends_the_call()
    {
        using var fixture = new ConfigFixture(Session + "stray\n" + Dev);

        Ordinal.Contains(", line 4: ", fixture.Refused(resolver => resolver.GetSsoProfile("dev")));
        Ordinal.Contains(", line 4: ", fixture.Refused(resolver => resolver.GetSsoSession("corp")));
    }

    [Fact]
    public void Many_wrong_lines_of_a_file_are_one_warning_that_names_them()
    {
        using var fixture = new ConfigFixture(Session + Dev, "stray\n[a]\nstray\n[b]\nstray\n[c]\nx = 1\n");

        fixture.Resolver().GetSsoProfile("dev");

        string warning = Assert.Single(fixture.Warnings);
        Ordinal.StartsWith($"{fixture.CredentialsPath}, line 1: ", warning);
        Ordinal.Contains("2 other lines of it: 3, 5.", warning);
    }

    [Theory]
    [InlineData("# Kürzel\n")]
    [InlineData("  ; Kürzel\n")]
    [InlineData("[profile other]\nnote = Kürzel\n")]
    [InlineData("[profile other]\nnote = a\n  Kürzel\n")]
    [InlineData("[profile Kürzel]\nsso_account_id = 999999999999\n")]
    public void A_byte_that_is_not_UTF8_where_the_call_needs_nothing_is_one_warning(string text)
    {
        using var fixture = new ConfigFixture(Encoding.Latin1.GetBytes(Session + Dev + text));

        Assert.Equal("111111111112", fixture.Resolver().GetSsoProfile("dev").AccountId);
        string warning = Assert.Single(fixture.Warnings);
        Ordinal.Contains("is not UTF-8 text", warning);
        Ordinal.Contains($"{fixture.ConfigPath}, line ", warning);
    }

    [Fact]
    public void A_byte_that_is_not_UTF8_in_the_comment_behind_a_header_leaves_the_header_as_it_is()
    {
        using var fixture = new ConfigFixture(Encoding.Latin1.GetBytes(Session + Dev.Replace("[profile dev]", "[profile dev] # für alle", StringComparison.Ordinal)));

        Assert.Equal("111111111112", fixture.Resolver().GetSsoProfile("dev").AccountId);
        Ordinal.Contains($"{fixture.ConfigPath}, line 4: ", Assert.Single(fixture.Warnings));
    }

    [Fact]
    public void A_broken_header_of_the_default_profile_takes_nothing_from_the_sound_one()
    {
        using var fixture = new ConfigFixture("[default]\nregion = eu-west-3\n[profile default\nregion = us-east-1\n" + Session + Dev);

        SharedConfig config = fixture.Load();

        Assert.Equal("eu-west-3", config.Profiles["default"].Find("region")?.Value);
        Assert.Equal("111111111112", fixture.Resolver().GetSsoProfile("dev").AccountId);
    }

    [Fact]
    public void A_byte_that_is_not_UTF8_in_the_section_that_is_asked_for_ends_the_call()
    {
        using var fixture = new ConfigFixture(Encoding.Latin1.GetBytes(Session + Dev + "note = Kürzel\n"));

        Ordinal.StartsWith($"{fixture.ConfigPath}, line 8: a byte is not UTF-8 text", fixture.Refused(resolver => resolver.GetSsoProfile("dev")));
    }

    [Fact]
    public void The_tail_of_NULs_that_a_crash_leaves_does_not_end_the_calls_that_need_other_sections()
    {
        using var fixture = new ConfigFixture(Session + Dev, "[other]\na = 1\n\0\0\0");

        fixture.Resolver().GetSsoProfile("dev");

        Ordinal.StartsWith($"{fixture.CredentialsPath}, line 3: ", Assert.Single(fixture.Warnings));
    }

    [Theory]
    [InlineData("[profile prod")]
    [InlineData("[profile prod # no bracket")]
    [InlineData("\uFEFF[profile prod]")]
    [InlineData("\u200B[profile prod]")]
    public void What_stands_below_a_broken_header_belongs_to_nobody(string header)
    {
        using var fixture = new ConfigFixture(Session + Dev + $"region = eu-west-1\n{header}\nsso_account_id = 999999999999\nregion = us-east-1\n");

        var profile = fixture.Resolver().GetSsoProfile("dev");

        Assert.Equal(("111111111112", "eu-west-1"), (profile.AccountId, profile.Region));
        Ordinal.StartsWith($"{fixture.ConfigPath}, line 9: ", Assert.Single(fixture.Warnings));
    }

    [Fact]
    public void Who_asks_for_the_profile_of_a_broken_header_hears_of_its_line()
    {
        using var fixture = new ConfigFixture(Session + "[profile prod\nsso_account_id = 999999999999\n", "[keys\na = 1\n");

        Ordinal.Contains($"{fixture.ConfigPath}, line 4: Profile definition must end with ']'", fixture.Refused(resolver => resolver.GetSsoProfile("prod")));
        string ofCredentials = fixture.Refused(resolver => resolver.GetSsoProfile("keys"));
        Ordinal.Contains($"{fixture.CredentialsPath}, line 1", ofCredentials);
        Ordinal.Contains("as in [NAME]", ofCredentials); // and not [profile NAME], which is ignored there
    }

    [Fact]
    public void A_file_of_UTF16_is_refused_whole_for_nothing_of_it_can_be_read()
    {
        using var fixture = new ConfigFixture(Encoding.Unicode.GetBytes(Session + Dev));

        Ordinal.Contains("is not UTF-8 text", fixture.Refused(resolver => resolver.GetSsoProfile("dev")));
    }

    [Theory]
    [InlineData("111111111112\u00A0")]
    [InlineData("\u00A0111111111112")]
    public void Blanks_of_Unicode_around_a_value_do_not_count_as_in_botocore(string account)
    {
        using var fixture = new ConfigFixture((Session + Dev).Replace("111111111112", account, StringComparison.Ordinal));

        Assert.Equal("111111111112", fixture.Resolver().GetSsoProfile("dev").AccountId);
    }

    [Fact]
    public void An_invisible_character_in_a_value_is_named()
    {
        using var fixture = new ConfigFixture((Session + Dev).Replace("111111111112", "11111\u200B1111112", StringComparison.Ordinal));

        Ordinal.Contains("it contains the invisible character U+200B", fixture.Refused(resolver => resolver.GetSsoProfile("dev")));
    }

    [Fact]
    public void The_section_DEFAULT_completes_every_other_one_of_its_file_as_in_botocore()
    {
        using var fixture = new ConfigFixture(
            "[DEFAULT]\nsso_session = corp\nregion = eu-west-1\n" + Session + Dev + "region = us-east-1\n[profile lab]\nsso_account_id = 222222222222\nsso_role_name = Lab\n");

        Assert.Equal(("222222222222", "eu-west-1"), (fixture.Resolver().GetSsoProfile("lab").AccountId, fixture.Resolver().GetSsoProfile("lab").Region));
        Assert.Equal("us-east-1", fixture.Resolver().GetSsoProfile("dev").Region);
    }

    [Fact]
    public void Quotes_around_a_value_are_what_to_remove()
    {
        using var fixture = new ConfigFixture((Session + Dev).Replace("ReadOnlyAccess", "\"ReadOnlyAccess\"", StringComparison.Ordinal));

        Ordinal.Contains("without quotes around it", fixture.Refused(resolver => resolver.GetSsoProfile("dev")));
    }

    [Fact]
    public void A_region_in_capitals_counts_in_lower_case()
    {
        using var fixture = new ConfigFixture((Session + Dev + "region = US-East-1\n").Replace("eu-west-1", "EU-WEST-1", StringComparison.Ordinal));

        var profile = fixture.Resolver().GetSsoProfile("dev");

        Assert.Equal(("eu-west-1", "us-east-1"), (profile.Session.Region, profile.Region));
    }
}
