using AwsSsoCredentials.Tests.Config;

namespace AwsSsoCredentials.Tests.Profiles;

public sealed class RoleChainTests
{
    private const string Role = "role_arn = arn:aws:iam::123456789012:role/x\n";
    private const string Keys = "aws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = hunter2\n";
    private const string Sso = """
        [profile sso]
        sso_start_url = https://d-x.awsapps.com/start
        sso_region = eu-west-1
        sso_account_id = 123456789012
        sso_role_name = Admin
        """;

    [Fact]
    [Trait("Case", "44")]
    public void Case_44_a_role_on_top_of_an_SSO_profile_is_refused_naming_that_profile_and_what_to_do()
    {
        string message = Refused($"[profile a]\n{Role}source_profile = b\n[profile b]\n{Role}source_profile = sso\n{Sso}", "a");

        Ordinal.Contains("role chaining is not supported yet: generate credentials for 'sso'", message);
    }

    [Fact]
    [Trait("Case", "44")]
    public void Case_44_the_role_is_decided_before_the_SSO_keys_of_the_same_profile()
    {
        string message = Refused($"[profile a]\n{Role}source_profile = sso\nsso_role_name = Other\n{Sso}", "a");

        Ordinal.Contains("role chaining is not supported yet", message);
    }

    [Fact]
    [Trait("Case", "44")]
    public void Case_44_a_role_on_top_of_keys_is_no_SSO_profile() =>
        Ordinal.Contains(
            "it assumes a role from profile 'b', which has no SSO settings",
            Refused($"[profile a]\n{Role}source_profile = b\n[profile b]\n{Keys}", "a"));

    [Fact]
    [Trait("Case", "44")]
    public void Case_44_a_source_profile_that_does_not_exist_is_named_with_its_place()
    {
        string message = Refused($"[profile a]\n{Role}source_profile = gone\n", "a");

        Ordinal.Contains("Profile 'gone' was not found", message);
        Ordinal.Contains("source_profile in [profile a] of ", message);
    }

    [Fact]
    [Trait("Case", "45")]
    public void Case_45_a_cycle_is_shown() =>
        Ordinal.Contains("a -> b -> a", Refused($"[profile a]\n{Role}source_profile = b\n[profile b]\n{Role}source_profile = a\n", "a"));

    [Fact]
    [Trait("Case", "45")]
    public void Case_45_a_profile_that_names_itself_is_a_cycle_without_keys() =>
        Ordinal.Contains("a -> a", Refused($"[profile a]\n{Role}source_profile = a\n", "a"));

    [Fact]
    [Trait("Case", "45")]
    public void Case_45_a_profile_that_names_itself_is_its_own_base_with_keys() =>
        Ordinal.Contains("is not an SSO profile", Refused($"[profile a]\n{Role}source_profile = a\n{Keys}", "a"));

    [Fact]
    [Trait("Case", "45")]
    public void Case_45_a_cycle_further_down_is_no_matter_where_keys_end_the_chain_before_it()
    {
        string message = Refused($"[profile a]\n{Role}source_profile = b\n[profile b]\n{Role}{Keys}source_profile = a\n", "a");

        Ordinal.Contains("it assumes a role from profile 'b'", message);
    }

    [Theory]
    [Trait("Case", "46")]
    [InlineData("", "neither source_profile nor credential_source")]
    [InlineData("source_profile = sso\ncredential_source = Environment\n", "both source_profile and credential_source")]
    public void Case_46_a_role_needs_exactly_one_source(string sources, string problem) =>
        Ordinal.Contains(problem, Refused($"[profile a]\n{Role}{sources}{Sso}", "a"));

    [Fact]
    [Trait("Case", "46")]
    public void Case_46_a_role_from_a_credential_source_is_no_SSO_profile() =>
        Ordinal.Contains("credential_source = Environment", Refused($"[profile a]\n{Role}credential_source = Environment\n", "a"));

    private static string Refused(string config, string name)
    {
        using var fixture = new ConfigFixture(config);
        string message = fixture.Refused(resolver => resolver.GetSsoProfile(name));
        Ordinal.Lacks("hunter2", message);
        return message;
    }
}
