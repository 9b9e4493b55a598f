using AwsSsoCredentials.Config;

namespace AwsSsoCredentials.Tests.Config;

public sealed class ConfigHeaderTests
{
    [Theory]
    [Trait("Case", "7")]
    [InlineData("[profile foo]; c")]
    [InlineData("[profile foo]# c")]
    [InlineData("[profile foo] # c")]
    public void Case_7_a_comment_may_follow_a_header(string header) => Assert.Equal("1", Value($"{header}\na = 1\n", "foo", "a"));

    [Fact]
    [Trait("Case", "10")]
    public void Case_10_a_name_with_a_bare_blank_is_ignored_and_only_who_asks_for_it_is_told()
    {
        using var fixture = new ConfigFixture("[profile a b]\nx = 1\n", "");

        SharedConfig config = fixture.Load();

        Assert.Empty(config.Profiles);
        Assert.Empty(fixture.Warnings);
        Ordinal.Contains($"{fixture.ConfigPath}, line 1: [profile a b] is ignored", Assert.Single(fixture.Details));
        Ordinal.Contains("[profile \"a b\"]", fixture.Refused(resolver => resolver.GetSsoProfile("a b")));
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
    public void Case_12_blanks_around_the_parts_of_a_header_do_not_count(string header) =>
        Assert.Equal("1", Value($"{header}\nx = 1\n", "foo", "x"));

    [Theory]
    [Trait("Case", "13")]
    [InlineData("[profilefoo]")]
    [InlineData("[foo]")]
    public void Case_13_a_config_profile_without_its_prefix_is_ignored_with_a_hint(string header) =>
        IgnoredWithHint(header, "write [profile foo]");

    [Fact]
    [Trait("Case", "14")]
    public void Case_14_a_prefix_in_the_credentials_file_is_ignored_with_a_hint()
    {
        using var fixture = new ConfigFixture("", "[profile foo]\nx = 1\n");

        Assert.Empty(fixture.Load().Profiles);
        string message = fixture.Refused(resolver => resolver.GetSsoProfile("foo"));
        Ordinal.Contains($"{fixture.CredentialsPath}, line 1", message);
        Ordinal.Contains("write [foo]", message);
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
        Ordinal.Contains("write [default]", fixture.Refused(resolver => resolver.GetSsoProfile("default")));
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

    private static string? Value(string configText, string profile, string key)
    {
        using var fixture = new ConfigFixture(configText);
        return fixture.Load().Profiles[profile].Find(key)?.Value;
    }

    private static void IgnoredWithHint(string header, string hint)
    {
        using var fixture = new ConfigFixture($"{header}\nx = 1\n");

        Assert.Empty(fixture.Load().Profiles);
        string message = fixture.Refused(resolver => resolver.GetSsoProfile("foo"));
        Ordinal.Contains($"{fixture.ConfigPath}, line 1", message);
        Ordinal.Contains(hint, message);
    }
}
