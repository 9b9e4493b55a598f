namespace AwsSsoCredentials.Tests.Config;

/// <summary>For reading, a name is what botocore takes for one.</summary>
public sealed class ProfileNamesThatBotocoreReadsTests
{
    [Theory]
    [InlineData("[profile 🚀prod]", "🚀prod")]
    [InlineData("[profile Äpfel]", "Äpfel")]
    [InlineData("[profile a[b]c]", "a[b]c")]
    [InlineData("[profile team[1]]", "team[1]")]
    [InlineData("[profile project\\ dev]", "project dev")]
    [InlineData("[profile project\" two\"]", "project two")]
    [InlineData("[profile 'it'\\''s']", "it's")]
    [InlineData("[profile \"say \\\"hi\\\"\"]", "say \"hi\"")]
    [InlineData("[profile a&b!c=d,e(f)]", "a&b!c=d,e(f)")]
    [InlineData("[profiles foo]", "foo")]
    [InlineData("\u00A0[profile foo]", "foo")]
    public void The_name_of_a_config_profile_is_read(string header, string name)
    {
        using var fixture = new ConfigFixture($"{header}\nx = 1\n");

        Assert.Equal("1", fixture.Load().Profiles[name].Find("x")?.Value);
        Assert.Empty(fixture.Load().Issues);
    }

    [Theory]
    [InlineData("[my keys]", "my keys")]
    [InlineData("[🚀]", "🚀")]
    [InlineData("[a[b]]", "a[b]")]
    [InlineData("[\"quoted\"]", "\"quoted\"")] // no shell there
    public void The_name_of_a_credentials_profile_is_read_as_it_stands(string header, string name)
    {
        using var fixture = new ConfigFixture("", $"{header}\nx = 1\n");

        Assert.Equal("1", fixture.Load().Profiles[name].Find("x")?.Value);
        Assert.Empty(fixture.Load().Issues);
    }

    [Fact]
    public void The_name_of_a_session_is_read_likewise()
    {
        using var fixture = new ConfigFixture("[sso-session 'my corp']\nx = 1\n[sso-session 🚀]\nx = 1\n[services a\\ b]\nx = 1\n");

        Assert.Equal(["my corp", "🚀"], fixture.Load().SsoSessions.Keys);
        Assert.Equal(["a b"], fixture.Load().Services.Keys);
    }

    [Theory]
    [InlineData("\u00A0", "U+00A0")]
    [InlineData("\u200B", "U+200B")]
    [InlineData("\u00AD", "U+00AD")]
    public void An_invisible_character_in_a_name_is_named_to_who_asks_for_the_visible_one(string invisible, string name)
    {
        using var fixture = new ConfigFixture($"[profile de{invisible}v]\nx = 1\n");

        Ordinal.Contains($"contains the invisible character {name}", fixture.Refused(resolver => resolver.GetSsoProfile("dev")));
        using var plain = new ConfigFixture("[profile dev]\nx = 1\n");
        Ordinal.Contains($"contains the invisible character {name}", plain.Refused(resolver => resolver.GetSsoProfile($"dev{invisible}")));
    }

    [Fact]
    public void Quotes_in_the_name_that_is_asked_for_are_what_to_remove()
    {
        using var fixture = new ConfigFixture("[profile dev]\nx = 1\n", "");

        Ordinal.Contains("write dev without them", fixture.Refused(resolver => resolver.GetSsoProfile("\"dev\"")));
        Ordinal.Contains("aws configure sso --profile prod", fixture.Refused(resolver => resolver.GetSsoProfile("'prod'")));
    }

    [Fact]
    public void The_list_shows_sections_with_SSO_settings_that_no_tool_takes_for_a_profile()
    {
        using var fixture = new ConfigFixture(
            "[profile a b]\nsso_session = corp\n[prod]\nsso_account_id = 1\n[profile broken\nsso_role_name = x\n[tools]\nx = 1\n[profile none]\nregion = x\n");

        var listed = fixture.Resolver().GetSsoProfiles();

        Assert.Equal(["a b", "prod", "profile broken"], listed.Select(one => one.Name == "broken" ? "profile broken" : one.Name));
        Assert.All(listed, one => Ordinal.StartsWith(fixture.ConfigPath + ", line ", one.Problem!));
    }

    [Fact]
    public void A_pattern_warns_of_what_it_would_have_matched()
    {
        using var fixture = new ConfigFixture("[profile a b]\nsso_session = corp\n[prod]\nsso_account_id = 1\n[profile broken\nsso_role_name = x\n");

        Assert.Empty(fixture.Resolver().FindSsoProfiles("*"));
        Assert.Equal(3, fixture.Warnings.Count);
        Assert.All([", line 1: ", ", line 3: ", ", line 5: "], place => Assert.Contains(fixture.Warnings, warning => warning.Contains(place, StringComparison.Ordinal)));
        fixture.Warnings.Clear();
        Assert.Empty(fixture.Resolver().FindSsoProfiles("x*"));
        Assert.Single(fixture.Warnings); // the broken header alone: it may have been anything
    }
}
