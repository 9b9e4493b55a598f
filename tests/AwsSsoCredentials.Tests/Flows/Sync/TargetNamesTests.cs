using AwsSsoCredentials.Flows.Sync;
using AwsSsoCredentials.Profiles;

namespace AwsSsoCredentials.Tests.Flows.Sync;

public sealed class TargetNamesTests
{
    private static readonly SsoSession Session = new("corp", "https://d-x.awsapps.com/start", "eu-west-1", []);

    private static readonly SsoProfile Dev = new("my dev", "012345678901", "Power+User", null, Session);

    [Theory]
    [InlineData(null, "my dev")]
    [InlineData("{profile}-keys", "my dev-keys")]
    [InlineData("{account}-{role}", "012345678901-Power+User")]
    [InlineData("{session}/{account}", "corp/012345678901")]
    [InlineData("fixed", "fixed")]
    public void The_pattern_is_filled_from_the_profile(string? pattern, string expected) =>
        Assert.Equal(expected, new TargetNames(pattern).Of(new SyncItem("my dev") { Profile = Dev }));

    [Theory]
    [InlineData(null, "012345678901-a-b-c")]
    [InlineData("{profile}", "012345678901-a-b-c")]
    [InlineData("{accountName}.{role}", "Team-Lab--1-.a-b-c")]
    public void Characters_that_not_every_tool_reads_in_a_profile_name_become_hyphens(string? pattern, string expected)
    {
        SsoProfile role = Dev with { Name = "012345678901-a=b,c", RoleName = "a=b,c", IsConfigured = false };

        Assert.Equal(expected, new TargetNames(pattern).Of(new SyncItem("role") { Profile = role, AccountName = "Team Lab [1]" }));
    }

    [Theory]
    [InlineData("{accountName}", "[PROD] X", "PROD--X")]
    [InlineData("{accountName}", "--debug", "debug")]
    [InlineData("{accountName}", "Grüße & Co", "Grüße---Co")]
    [InlineData("{accountName}", "本番", "本番")]
    [InlineData("{accountName}", "हिन्दी", "हिन्दी")]
    [InlineData("x-{accountName}", "[PROD]", "x--PROD-")]
    [InlineData("{role}", "-odd", "odd")]
    public void A_made_name_begins_with_a_letter_or_digit_and_keeps_the_letters_of_any_script(string pattern, string text, string expected)
    {
        SsoProfile role = Dev with { RoleName = text, IsConfigured = false };

        Assert.Equal(expected, new TargetNames(pattern).Of(new SyncItem("role") { Profile = role, AccountName = text }));
    }

    [Fact]
    public void A_name_without_letter_or_digit_is_an_error()
    {
        var item = new SyncItem("role") { Profile = Dev with { IsConfigured = false }, AccountName = "[!]" };

        Assert.Contains("neither letter nor digit", Assert.Throws<SsoConfigurationException>(() => new TargetNames("{accountName}").Of(item)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{acount}")]
    [InlineData("{Profile}")]
    [InlineData("x-{profile")]
    [InlineData("{}")]
    public void An_unknown_placeholder_is_an_error_that_lists_the_known_ones(string pattern)
    {
        var error = Assert.Throws<SsoConfigurationException>(() => new TargetNames(pattern));

        Assert.Contains("{profile}, {account}, {accountName}, {role} and {session}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_blank_pattern_is_an_error() => Assert.Throws<SsoConfigurationException>(() => new TargetNames(" "));

    [Fact]
    public void The_account_name_of_a_profile_is_not_known()
    {
        var error = Assert.Throws<SsoConfigurationException>(() => new TargetNames("{accountName}").Of(new SyncItem("my dev") { Profile = Dev }));

        Assert.Contains("{account}", error.Message, StringComparison.Ordinal);
    }
}
