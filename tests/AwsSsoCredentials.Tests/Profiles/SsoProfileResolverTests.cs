using AwsSsoCredentials.Profiles;
using AwsSsoCredentials.Tests.Config;

namespace AwsSsoCredentials.Tests.Profiles;

public sealed class SsoProfileResolverTests
{
    private const string Session = "[sso-session corp]\nsso_start_url = https://d-x.awsapps.com/start\nsso_region = eu-west-1\n";
    private const string Account = "sso_account_id = 123456789012\nsso_role_name = Admin\n";
    private const string Legacy = "sso_start_url = https://d-x.awsapps.com/start\nsso_region = eu-west-1\n";

    [Theory]
    [Trait("Case", "24")]
    [InlineData("sso_start_url = https://d-x.awsapps.com/start\n  /more\nsso_region = eu-west-1\n" + Account, "sso_start_url")]
    [InlineData(Legacy + "sso_account_id = 123456789012\nsso_role_name = Admin\n  x\n", "sso_role_name")]
    [InlineData(Legacy + Account + "region = us-east-1\n  x\n", "region")]
    [InlineData(Legacy + Account + "sso_registration_scopes = a,\n  b\n", "sso_registration_scopes")]
    public void Case_24_a_value_over_several_lines_is_refused(string keys, string key)
    {
        string message = Refused("[default]\n" + keys, "default");

        Ordinal.StartsWith($"{key} in [default] of ", message);
        Ordinal.Contains("runs over several lines", message);
    }

    [Fact]
    [Trait("Case", "25")]
    public void Case_25_an_empty_value_counts_as_missing() =>
        Ordinal.Contains(
            "add sso_region to [default]",
            Refused("[default]\nsso_start_url = https://d-x.awsapps.com/start\nsso_region =\n" + Account, "default"));

    [Fact]
    [Trait("Case", "27")]
    public void Case_27_the_error_hints_at_the_misspelt_header_of_the_session()
    {
        string message = Refused(
            "[default]\nsso_session = corp\n" + Account + Session.Replace("sso-session", "sso-sesion", StringComparison.Ordinal),
            "default");

        Ordinal.Contains("[sso-sesion corp] is ignored", message);
        Ordinal.Contains("write [sso-session corp]", message);
    }

    [Fact]
    [Trait("Case", "27")]
    public void Case_27_the_error_hints_at_the_nearest_session() =>
        Ordinal.Contains("Did you mean 'corp'?", Refused("[default]\nsso_session = cor\n" + Account + Session, "default"));

    [Fact]
    [Trait("Case", "30")]
    public void Case_30_a_missing_profile_that_AWS_PROFILE_names_is_an_error_and_default_is_not_used_instead()
    {
        using var fixture = new ConfigFixture("[default]\n" + Legacy + Account);
        string name = fixture.Environment(("AWS_PROFILE", "gone")).ProfileName;

        Ordinal.Contains("Profile 'gone' was not found", fixture.Refused(resolver => resolver.GetSsoProfile(name)));
    }

    [Fact]
    public void The_error_for_a_misspelt_profile_names_the_nearest() =>
        Ordinal.Contains("Did you mean 'Development'?", Refused("[profile Development]\n" + Legacy + Account, "develpment"));

    [Fact]
    public void The_error_for_an_unknown_profile_says_how_to_make_it() =>
        Ordinal.Contains("run: aws configure sso --profile qa", Refused("[profile Development]\n" + Legacy + Account, "qa"));

    [Fact]
    public void The_name_of_a_session_in_place_of_a_profile_is_told_apart() =>
        Ordinal.Contains("An SSO session has that name", Refused(Session, "corp"));

    [Fact]
    public void A_name_with_a_line_feed_does_not_break_the_message() =>
        Ordinal.Contains("Profile 'a\uFFFDb' was not found", Refused(Session, "a\nb"));

    [Fact]
    [Trait("Case", "33")]
    public void Case_33_a_profile_with_a_session_resolves()
    {
        SsoProfile profile = Resolve("[profile dev]\nregion = us-west-2\nsso_session = corp\n" + Account + Session, "dev");

        Assert.Equal(("dev", "123456789012", "Admin", "us-west-2"), (profile.Name, profile.AccountId, profile.RoleName, profile.Region));
        Assert.Equal(
            ("corp", "https://d-x.awsapps.com/start", "eu-west-1"),
            (profile.Session.Name, profile.Session.StartUrl, profile.Session.Region));
        Assert.Empty(profile.Session.RegistrationScopes);
    }

    [Fact]
    [Trait("Case", "33")]
    public void Case_33_a_legacy_profile_resolves()
    {
        SsoProfile profile = Resolve("[default]\n" + Legacy + Account, "default");

        Assert.Null(profile.Session.Name);
        Assert.Null(profile.Region);
        Assert.Equal("https://d-x.awsapps.com/start", profile.Session.Key);
    }

    [Theory]
    [Trait("Case", "34")]
    [InlineData("sso_region")]
    [InlineData("sso_start_url")]
    public void Case_34_a_session_without_a_key_is_an_error_naming_the_key_and_the_section(string key)
    {
        string text = "[default]\nsso_session = corp\n" + Account + Session.Replace(key, "other", StringComparison.Ordinal);

        Ordinal.Contains($"add {key} to [sso-session corp]", Refused(text, "default"));
    }

    [Fact]
    [Trait("Case", "34")]
    public void Case_34_a_session_asked_for_by_name_must_be_complete_too()
    {
        using var fixture = new ConfigFixture("[sso-session corp]\n");

        string message = fixture.Refused(resolver => resolver.GetSsoSession("corp"));

        Ordinal.Contains("SSO session 'corp' is incomplete: add sso_start_url, sso_region to [sso-session corp]", message);
    }

    [Fact]
    [Trait("Case", "35")]
    public void Case_35_a_missing_session_is_an_error_with_its_name_and_the_line_that_names_it()
    {
        string message = Refused("[default]\nsso_session = nowhere\n" + Account, "default");

        Ordinal.Contains("SSO session 'nowhere' (named by sso_session in [default] of", message);
        Ordinal.Contains("line 2) was not found", message);
    }

    [Theory]
    [Trait("Case", "36")]
    [InlineData("region = us-east-1\n", "it has no sso_* key")]
    [InlineData("aws_access_key_id = AKIAEXAMPLE\n", "it holds access keys")]
    [InlineData("login_session = arn:aws:iam::1:user/x\n", "'aws login'")]
    [InlineData("role_arn = arn:aws:iam::1:role/x\nweb_identity_token_file = /t\n", "web identity")]
    public void Case_36_a_profile_without_an_SSO_key_is_told_to_be_none(string keys, string reason)
    {
        string message = Refused("[default]\n" + keys, "default");

        Ordinal.Contains("is not an SSO profile", message);
        Ordinal.Contains(reason, message);
    }

    [Theory]
    [Trait("Case", "37")]
    [InlineData("sso_account_id = 123456789012\n", "sso_role_name")]
    [InlineData("sso_role_name = Admin\n", "sso_account_id")]
    public void Case_37_account_and_role_belong_together(string keys, string missing)
    {
        Ordinal.Contains($"add {missing} to [default]", Refused("[default]\n" + Legacy + keys, "default"));
        Ordinal.Contains($"add {missing} to [default]", Refused("[default]\nsso_session = corp\n" + keys + Session, "default"));
    }

    [Fact]
    [Trait("Case", "38")]
    public void Case_38_a_session_without_account_and_role_gives_no_credentials()
    {
        string message = Refused("[default]\nsso_session = corp\n" + Session, "default");

        Ordinal.Contains("gives a token and no credentials: add sso_account_id and sso_role_name", message);
    }

    [Fact]
    [Trait("Case", "38")]
    public void Case_38_a_session_without_account_and_role_can_be_signed_in_to()
    {
        using var fixture = new ConfigFixture("[default]\nsso_session = corp\n" + Session);

        Assert.Equal("corp", fixture.Resolver().GetSsoSessionOfProfile("default").Name);
    }

    [Theory]
    [Trait("Case", "39")]
    [InlineData("sso_start_url", "https://d-y.awsapps.com/start", "https://d-x.awsapps.com/start")]
    [InlineData("sso_region", "us-east-1", "eu-west-1")]
    public void Case_39_different_values_in_profile_and_session_are_an_error_showing_both_and_their_places(
        string key,
        string mine,
        string its)
    {
        string message = Refused($"[default]\nsso_session = corp\n{key} = {mine}\n{Account}{Session}", "default");

        Ordinal.Contains($"{key} is '{mine}' in [default] of ", message);
        Ordinal.Contains($"but '{its}' in [sso-session corp] of ", message);
        Ordinal.Contains("line 3", message);
    }

    [Fact]
    [Trait("Case", "40")]
    public void Case_40_equal_values_in_profile_and_session_are_accepted() =>
        Assert.Equal("corp", Resolve("[default]\nsso_session = corp\n" + Legacy + Account + Session, "default").Session.Name);

    [Theory]
    [Trait("Case", "41")]
    [InlineData("sso_start_url")]
    [InlineData("sso_region")]
    public void Case_41_a_legacy_profile_needs_start_URL_and_region(string key)
    {
        string text = "[default]\n" + Legacy.Replace(key, "other", StringComparison.Ordinal) + Account;

        Ordinal.Contains($"SSO profile 'default' is incomplete: add {key} to [default]", Refused(text, "default"));
    }

    [Fact]
    [Trait("Case", "42")]
    public void Case_42_a_leading_zero_of_the_account_stays() =>
        Assert.Equal(
            "012345678901",
            Resolve("[default]\n" + Legacy + "sso_account_id = 012345678901\nsso_role_name = Admin\n", "default").AccountId);

    [Theory]
    [Trait("Case", "43")]
    [InlineData("1234 5678 9012")]
    [InlineData("1234-5678-9012")]
    [InlineData("12345678901")]
    [InlineData("\"123456789012\"")]
    [InlineData("\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669\u0660\u0661\u0662")]
    public void Case_43_an_account_that_is_not_12_digits_is_refused(string account)
    {
        string message = Refused($"[default]\n{Legacy}sso_account_id = {account}\nsso_role_name = Admin\n", "default");

        Ordinal.Contains($"sso_account_id is '{account}'", message);
        Ordinal.Contains("12 digits", message);
    }

    [Theory]
    [Trait("Case", "8")]
    [InlineData("eu_west_1")]
    [InlineData("EU_WEST_1")]
    [InlineData("eu-west-1#main")]
    [InlineData("evil.example/")]
    public void Case_8_a_region_that_is_none_is_refused(string region)
    {
        string message = Refused("[default]\n" + Legacy.Replace("eu-west-1", region, StringComparison.Ordinal) + Account, "default");

        Ordinal.Contains($"sso_region is '{region}'", message);
    }

    [Fact]
    [Trait("Case", "47")]
    public void Case_47_a_credential_process_is_never_run_and_the_error_says_so()
    {
        using var fixture = new ConfigFixture();
        string mark = Path.Combine(fixture.Home, "ran");
        File.WriteAllText(fixture.ConfigPath, $"[default]\ncredential_process = touch {mark}\n");

        Ordinal.Contains("which this add-in does not run", fixture.Refused(resolver => resolver.GetSsoProfile("default")));
        Assert.False(File.Exists(mark));
    }

    [Theory]
    [Trait("Case", "50")]
    [InlineData("http://d-x.awsapps.com/start")]
    [InlineData("https:///start")]
    [InlineData("d-x.awsapps.com/start")]
    [InlineData("/start")]
    [InlineData("file:///start")]
    public void Case_50_a_start_URL_that_is_not_https_with_a_host_is_refused(string url)
    {
        string message = Refused(
            "[default]\n" + WithUrl(url) + Account,
            "default");

        Ordinal.Contains($"sso_start_url is '{url}'", message);
        Ordinal.Contains("it must be an https URL", message);
    }

    [Theory]
    [Trait("Case", "51")]
    [InlineData("https://evil-awsapps.com/start", "evil-awsapps.com")]
    [InlineData("https://awsapps.com.evil.net/start", "awsapps.com.evil.net")]
    [InlineData("https://d-x.awsapps.com@evil.net/start", "evil.net")]
    public void Case_51_a_start_URL_on_a_host_that_AWS_does_not_own_is_warned_about_once(string url, string host)
    {
        using var fixture = new ConfigFixture(
            "[default]\n" + WithUrl(url) + Account);
        SsoProfileResolver resolver = fixture.Resolver();

        resolver.GetSsoProfile("default");
        resolver.GetSsoSessionOfProfile("default");

        Ordinal.Contains($"unless {host} is your own", Assert.Single(fixture.Warnings));
    }

    [Fact]
    [Trait("Case", "52")]
    public void Case_52_scopes_are_split_at_commas_and_trimmed() =>
        Assert.Equal(
            ["a", "b"],
            Resolve("[default]\nsso_session = corp\n" + Account + Session + "sso_registration_scopes =  a , ,b \n", "default").Session.RegistrationScopes);

    [Fact]
    public void What_was_left_out_of_another_profile_is_no_warning()
    {
        using var fixture = new ConfigFixture("[profile oth er]\n[foo]\n[default]\n" + Legacy + Account);

        fixture.Resolver().GetSsoProfile("default");

        Assert.Empty(fixture.Warnings);
        Assert.Equal(2, fixture.Details.Count(detail => detail.StartsWith(fixture.ConfigPath, StringComparison.Ordinal)));
    }

    [Fact]
    public void What_was_left_out_of_the_profile_asked_for_is_a_warning_with_its_line()
    {
        using var fixture = new ConfigFixture("[profile dev old]\n[profile dev]\n" + Legacy + Account);

        fixture.Resolver().GetSsoProfile("dev");

        Ordinal.StartsWith($"{fixture.ConfigPath}, line 1: [profile dev old] is ignored", Assert.Single(fixture.Warnings));
    }

    [Fact]
    public void SSO_keys_in_the_credentials_file_count_too()
    {
        using var fixture = new ConfigFixture(
            "[default]\n" + Legacy + "sso_account_id = 123456789012\n",
            "[default]\nsso_role_name = FromCredentials\n");

        Assert.Equal("FromCredentials", fixture.Resolver().GetSsoProfile("default").RoleName);
    }

    [Fact]
    public void The_listing_has_every_SSO_profile_in_file_order_and_says_what_is_wrong_with_the_broken_ones()
    {
        using var fixture = new ConfigFixture(
            "[profile z]\nsso_session = corp\n" + Account + "[profile keys]\naws_access_key_id = x\n[profile a]\n" + Legacy + "[profile gone]\nsso_session = nowhere\n" + Session);

        IReadOnlyList<SsoProfileSummary> profiles = fixture.Resolver().GetSsoProfiles();

        Assert.Equal(["z", "a", "gone"], profiles.Select(one => one.Name));
        SsoProfileSummary z = profiles[0];
        Assert.Equal(
            ("123456789012", "Admin", null, "corp", "https://d-x.awsapps.com/start", null),
            (z.AccountId, z.RoleName, z.Region, z.Session, z.StartUrl, z.Problem));
        Ordinal.Contains("add sso_account_id, sso_role_name", profiles[1].Problem);
        Ordinal.Contains("'nowhere'", profiles[2].Problem);
    }

    [Fact]
    public void A_pattern_finds_the_profiles_that_ask_for_role_credentials_in_file_order()
    {
        using var fixture = new ConfigFixture(
            "[profile lab-2]\nsso_session = corp\n" + Account + "[profile lab-1]\n" + Legacy + Account
            + "[profile lab-token]\nsso_session = corp\n[profile lab-keys]\naws_access_key_id = x\n[profile dev]\n" + Legacy + Account + Session);

        Assert.Equal(["lab-2", "lab-1"], fixture.Resolver().FindSsoProfiles("lab-*"));
        Assert.Equal(["lab-2", "lab-1", "dev"], fixture.Resolver().FindSsoProfiles("*"));
        Assert.Empty(fixture.Resolver().FindSsoProfiles("LAB-*"));
    }

    [Fact]
    public void An_SSO_profile_is_told_from_one_with_keys()
    {
        using var fixture = new ConfigFixture("[profile dev]\n" + Legacy + "[profile keys]\naws_access_key_id = x\n");

        Assert.NotNull(fixture.Resolver().FindSsoProfile("dev"));
        Assert.Null(fixture.Resolver().FindSsoProfile("keys"));
        Assert.Null(fixture.Resolver().FindSsoProfile("nobody"));
    }

    [ConformanceFact]
    public void The_session_config_of_botocore_resolves()
    {
        using var fixture = new ConfigFixture(Conformance.ReadBytes("botocore-config/aws_sso_session_config"));

        Assert.Equal("https://example.com", fixture.Resolver().GetSsoSessionOfProfile("default").StartUrl);
    }

    private static string WithUrl(string url) => Legacy.Replace("https://d-x.awsapps.com/start", url, StringComparison.Ordinal);

    private static SsoProfile Resolve(string config, string name)
    {
        using var fixture = new ConfigFixture(config);
        SsoProfile profile = fixture.Resolver().GetSsoProfile(name);
        Assert.Empty(fixture.Warnings);
        return profile;
    }

    private static string Refused(string config, string name)
    {
        using var fixture = new ConfigFixture(config);
        return fixture.Refused(resolver => resolver.GetSsoProfile(name));
    }
}
