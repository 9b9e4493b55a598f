namespace AwsSsoCredentials.Tests.Config;

/// <summary>Files that say two things.</summary>
public sealed class ConflictTests
{
    private const string Session = "[sso-session corp]\nsso_start_url = https://d-x.awsapps.com/start\nsso_region = eu-west-1\n";
    private const string Dev = "[profile dev]\nsso_session = corp\nsso_account_id = 111111111112\nsso_role_name = ReadOnlyAccess\n";

    [Theory]
    [InlineData(Dev + "[profile dev]\nsso_account_id = 999999999999\n", 6, 9)] // the section twice
    [InlineData(Dev + "[profile \"dev\"]\nsso_account_id = 999999999999\n", 6, 9)] // in two spellings
    [InlineData(Dev + "sso_account_id = 999999999999\n", 6, 8)] // the key twice
    [InlineData(Dev + "SSO_Account_ID: 999999999999\n", 6, 8)] // in two spellings
    public void Two_values_of_an_SSO_key_are_refused_with_both_lines(string profile, int first, int second)
    {
        using var fixture = new ConfigFixture(Session + profile);

        string message = fixture.Refused(resolver => resolver.GetSsoProfile("dev"));

        Ordinal.Contains($"line {first}, but ", message);
        Ordinal.Contains($"line {second}: delete one of the two lines", message);
        Ordinal.Contains("'111111111112'", message);
        Ordinal.Contains("'999999999999'", message);
    }

    [Fact]
    public void Two_values_in_two_sections_of_one_session_are_refused()
    {
        using var fixture = new ConfigFixture(Session + Dev + "[sso-session corp]\nsso_start_url = https://d-y.awsapps.com/start\n");

        Ordinal.Contains("line 2, but ", fixture.Refused(resolver => resolver.GetSsoProfile("dev")));
        Ordinal.Contains("line 2, but ", fixture.Refused(resolver => resolver.GetSsoSession("corp")));
    }

    [Theory]
    [InlineData("[profile default]\n", "[default]\n")]
    [InlineData("[default]\n", "[profile default]\n")]
    public void Two_values_in_both_spellings_of_the_default_profile_are_refused_for_botocore_goes_by_the_later(string one, string other)
    {
        string settings = Dev[(Dev.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        using var fixture = new ConfigFixture(Session + one + settings + other + "sso_account_id = 999999999999\n");

        Ordinal.Contains("delete one of the two lines", fixture.Refused(resolver => resolver.GetSsoProfile("default")));
    }

    [Fact]
    public void One_value_given_twice_is_one_value()
    {
        using var fixture = new ConfigFixture(Session + Session + Dev + Dev);

        Assert.Equal("111111111112", fixture.Resolver().GetSsoProfile("dev").AccountId);
        Assert.Empty(fixture.Warnings);
    }

    [Fact]
    public void Who_asks_for_another_profile_is_not_stopped()
    {
        using var fixture = new ConfigFixture(Session + Dev + "[profile other]\nsso_account_id = 1\nsso_account_id = 2\n");

        Assert.Equal("111111111112", fixture.Resolver().GetSsoProfile("dev").AccountId);
    }

    [Fact]
    public void Two_values_of_any_other_key_are_a_warning_with_both_lines_and_no_value()
    {
        using var fixture = new ConfigFixture(Session + Dev + "region = eu-west-1\nregion = us-east-1\nsecret_thing = hunter2\nsecret_thing = hunter3\n");

        Assert.Equal("us-east-1", fixture.Resolver().GetSsoProfile("dev").Region);
        Assert.Equal(2, fixture.Warnings.Count);
        Ordinal.Contains("line 8 and another in line 9", fixture.Warnings[0]);
        Ordinal.Lacks("hunter", fixture.Warnings[1]);
    }
}
