using System.Text;
using System.Text.Json;
using AwsSsoCredentials.Config;
using AwsSsoCredentials.Machine;

namespace AwsSsoCredentials.Tests.Config;

public sealed class ConnectionSettingsTests
{
    private const string Suite = "endpoints/configured-endpoint-url-profile-tests.json";

    private const string Config = """
        [profile dev]
        services = local
        endpoint_url = https://profile.example
        [services local]
        sso =
          endpoint_url = https://portal.example
        sso_oidc =
          endpoint_url = https://oidc.example
        """;

    public static TheoryData<int, string> EndpointCases()
    {
        var data = new TheoryData<int, string>();
        foreach ((int index, JsonElement one) in EndpointSuite().GetProperty("endpointUrlTests").EnumerateArray().Index())
        {
            // This add-in has no endpoint or ignore argument beside variables and files, which is what the other client configs stand for.
            if (one.GetProperty("client_config").GetString() == "default")
            {
                data.Add(index, one.GetProperty("name").GetString()!);
            }
        }

        return data;
    }

    [ConformanceTheory]
    [MemberData(nameof(EndpointCases))]
    public void Configured_endpoints_are_found_as_the_specification_says(int index, string name)
    {
        JsonElement suite = EndpointSuite();
        JsonElement one = suite.GetProperty("endpointUrlTests")[index];
        Assert.Equal(name, one.GetProperty("name").GetString());
        string profile = one.GetProperty("profile").GetString()!;
        string service = one.GetProperty("service").GetString()!;
        using var fixture = new ConfigFixture(ConfigText(suite), "");
        Dictionary<string, string> variables = Conformance.Strings(
            suite.GetProperty("environments").GetProperty(one.GetProperty("environment").GetString()!));
        SharedConfig config = fixture.Load();

        var found = new ConnectionSettings(new AwsEnvironment(variables), config, profile).FindEndpoint(service);

        string own = $"https://{service}.{config.Profiles[profile].Find("region")!.Value}.amazonaws.com"; // where none is configured
        Assert.Equal(one.GetProperty("output").GetProperty("endpointUrl").GetString(), found?.Url.OriginalString ?? own);
    }

    [ConformanceFact]
    public void Of_the_39_endpoint_cases_the_19_without_a_client_argument_are_run()
    {
        List<string> configs = [.. EndpointSuite().GetProperty("endpointUrlTests").EnumerateArray().Select(one => one.GetProperty("client_config").GetString()!)];

        Assert.Equal(39, configs.Count);
        Assert.Equal(19, EndpointCases().Count);
    }

    [Theory]
    [Trait("Case", "48")]
    [InlineData("AWS_ENDPOINT_URL_SSO=https://a.example AWS_ENDPOINT_URL=https://b.example", "https://a.example/", "AWS_ENDPOINT_URL_SSO")]
    [InlineData("AWS_ENDPOINT_URL_SSO_OIDC=https://a.example AWS_ENDPOINT_URL=https://b.example", "https://b.example/", "AWS_ENDPOINT_URL")]
    [InlineData("", "https://portal.example/", "endpoint_url of sso in [services local] of ")]
    public void Case_48_variables_come_before_the_profile_and_the_service_before_all_services(string variables, string url, string source)
    {
        using var fixture = new ConfigFixture(Config, "");

        ConfiguredEndpoint? found = Settings(fixture, "dev", variables).FindEndpoint("sso");

        Assert.Equal(url, found?.Url.AbsoluteUri);
        Ordinal.StartsWith(source, found?.Source);
    }

    [Fact]
    [Trait("Case", "48")]
    public void Case_48_the_profile_counts_last()
    {
        using var fixture = new ConfigFixture(Config, "");

        Assert.Equal("https://profile.example/", Settings(fixture, "dev").FindEndpoint("sts")?.Url.AbsoluteUri);
    }

    [Fact]
    [Trait("Case", "48")]
    public void Case_48_without_a_profile_only_variables_count()
    {
        using var fixture = new ConfigFixture(Config, "");

        Assert.Null(Settings(fixture, null).FindEndpoint("sso"));
        Assert.NotNull(Settings(fixture, null, "AWS_ENDPOINT_URL=https://b.example").FindEndpoint("sso"));
    }

    [Fact]
    [Trait("Case", "48")]
    public void Case_48_the_variable_to_ignore_them_switches_all_off()
    {
        using var fixture = new ConfigFixture(Config, "");

        Assert.Null(
            Settings(fixture, "dev", "AWS_ENDPOINT_URL=https://b.example AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=True").FindEndpoint("sso"));
    }

    [Fact]
    [Trait("Case", "48")]
    public void Case_48_the_profile_can_switch_all_off_unless_the_variable_says_false()
    {
        using var fixture = new ConfigFixture(
            Config.Replace("services = local", "services = local\nignore_configured_endpoint_urls = true", StringComparison.Ordinal),
            "");

        Assert.Null(Settings(fixture, "dev", "AWS_ENDPOINT_URL=https://b.example").FindEndpoint("sso"));
        Assert.NotNull(Settings(fixture, "dev", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=false").FindEndpoint("sso"));
    }

    [Fact]
    public void A_services_section_that_does_not_exist_is_an_error_naming_it_and_its_line()
    {
        using var fixture = new ConfigFixture("[default]\nservices = gone\n", "");

        string message = Refused(() => Settings(fixture, "default").FindEndpoint("sso"));

        Ordinal.Contains("[services gone]", message);
        Ordinal.Contains($"{fixture.ConfigPath}, line 2", message);
    }

    [Theory]
    [InlineData("sso = https://portal.example\n")]
    [InlineData("sso =\n  endpoint_url: https://portal.example\n")]
    public void A_services_section_that_cannot_be_read_is_an_error_and_not_the_endpoint_of_AWS(string body)
    {
        using var fixture = new ConfigFixture("[default]\nservices = local\n[services local]\n" + body, "");

        Ordinal.Contains("sso in [services local] of ", Refused(() => Settings(fixture, "default").FindEndpoint("sso")));
    }

    [Theory]
    [InlineData("localhost:8080")]
    [InlineData("/x")]
    [InlineData("ftp://portal.example")]
    [InlineData("https://me:hunter2@portal.example")]
    public void An_endpoint_that_is_no_http_URL_is_an_error_naming_the_variable(string value)
    {
        using var fixture = new ConfigFixture("", "");

        string message = Refused(() => Settings(fixture, null, "AWS_ENDPOINT_URL_SSO=" + value).FindEndpoint("sso"));

        Ordinal.StartsWith("AWS_ENDPOINT_URL_SSO is not an absolute http or https URL", message);
        Ordinal.Lacks("hunter2", message);
    }

    [Fact]
    [Trait("Case", "24")]
    public void Case_24_an_endpoint_over_several_lines_is_refused()
    {
        using var fixture = new ConfigFixture("[default]\nendpoint_url = https://portal.example\n  /x\n", "");

        Ordinal.Contains("endpoint_url in [default] of ", Refused(() => Settings(fixture, "default").FindEndpoint("sso")));
    }

    [Theory]
    [InlineData("", false, false)]
    [InlineData("AWS_USE_FIPS_ENDPOINT=TRUE", true, false)]
    [InlineData("AWS_USE_DUALSTACK_ENDPOINT=true", false, true)]
    public void FIPS_and_dual_stack_can_be_asked_for_by_variables(string variables, bool fips, bool dualStack)
    {
        using var fixture = new ConfigFixture("", "");
        ConnectionSettings settings = Settings(fixture, null, variables);

        Assert.Equal((fips, dualStack), (settings.UseFips, settings.UseDualStack));
    }

    [Fact]
    public void FIPS_and_dual_stack_can_be_asked_for_by_the_profile_unless_the_variable_says_false()
    {
        using var fixture = new ConfigFixture("[default]\nuse_fips_endpoint = true\nuse_dualstack_endpoint = true\n", "");
        ConnectionSettings settings = Settings(fixture, "default", "AWS_USE_DUALSTACK_ENDPOINT=false");

        Assert.Equal((true, false), (settings.UseFips, settings.UseDualStack));
    }

    [Fact]
    public void A_flag_that_is_neither_true_nor_false_is_an_error_naming_its_source()
    {
        using var fixture = new ConfigFixture("[default]\nuse_fips_endpoint = yes\n", "");

        Ordinal.Contains(
            "AWS_USE_FIPS_ENDPOINT is 'ture'",
            Refused(() => _ = Settings(fixture, null, "AWS_USE_FIPS_ENDPOINT=ture").UseFips));
        Ordinal.Contains("use_fips_endpoint in [default] of ", Refused(() => _ = Settings(fixture, "default").UseFips));
    }

    [Fact]
    public void The_CA_bundle_is_the_variable_s_before_the_profile_s()
    {
        using var fixture = new ConfigFixture("[default]\nca_bundle = ~/corp.pem\n", "");

        Assert.Equal(Path.Combine(fixture.Home, "other.pem"), Settings(fixture, "default", "AWS_CA_BUNDLE=~/other.pem").CaBundle);
        Assert.Equal(Path.Combine(fixture.Home, "corp.pem"), Settings(fixture, "default").CaBundle);
        Assert.Null(Settings(fixture, null).CaBundle);
    }

    [Fact]
    [Trait("Case", "24")]
    public void Case_24_a_CA_bundle_over_several_lines_is_refused()
    {
        using var fixture = new ConfigFixture("[default]\nca_bundle = /a\n  b\n", "");

        Ordinal.Contains("ca_bundle in [default] of ", Refused(() => _ = Settings(fixture, "default").CaBundle));
    }

    [Theory]
    [InlineData("ca_bundle = $HOME/ca.pem", "", null)]
    [InlineData("ca_bundle = ~/ca.pem", "", null)]
    [InlineData("", "AWS_CA_BUNDLE=${HOME}/ca.pem", null)]
    [InlineData("ca_bundle = $UNSET_FOLDER/ca.pem", "", "in ca_bundle in [default] of ")]
    [InlineData("", "AWS_CA_BUNDLE=$UNSET_FOLDER/ca.pem", "in AWS_CA_BUNDLE names the variable UNSET_FOLDER")]
    [InlineData("ca_bundle = '/ca.pem'", "", "carries its quotes")]
    public void A_path_of_certificates_is_expanded_or_refused(string setting, string variables, string? problem)
    {
        using var fixture = new ConfigFixture($"[default]\n{setting}\n", "");
        ConnectionSettings settings = Settings(fixture, "default", variables);

        if (problem is null)
        {
            Assert.Equal(fixture.Environment().Join(fixture.Home, "ca.pem"), settings.CaBundle);
        }
        else
        {
            Ordinal.Contains(problem, Refused(() => _ = settings.CaBundle));
        }
    }

    [Fact]
    public void Quotes_are_what_to_remove()
    {
        using var fixture = new ConfigFixture("[default]\nendpoint_url = \"https://a.example\"\nuse_fips_endpoint = \"true\"\n", "");
        ConnectionSettings settings = Settings(fixture, "default");

        Ordinal.Contains("remove the quotes", Refused(() => settings.FindEndpoint("sso")));
        Ordinal.Contains("without quotes", Refused(() => _ = settings.UseFips));
    }

    [Fact]
    public void A_stray_line_in_the_services_section_that_is_named_ends_the_call()
    {
        using var fixture = new ConfigFixture("[default]\nservices = local\n[services local]\nstray\n", "");

        Ordinal.Contains(", line 4: ", Refused(() => Settings(fixture, "default").FindEndpoint("sso")));
    }

    private static string Refused(Action action) => Assert.Throws<SsoConfigurationException>(action).Message;

    private static ConnectionSettings Settings(ConfigFixture fixture, string? profile, string variables = "")
    {
        (string, string)[] pairs =
            [.. variables.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('=', 2)).Select(pair => (pair[0], pair[1]))];
        return new ConnectionSettings(fixture.Environment(pairs), fixture.Load(), profile);
    }

    private static JsonElement EndpointSuite() => Conformance.ReadJson(Suite).GetProperty("testSuites")[0];

    private static string ConfigText(JsonElement suite)
    {
        var text = new StringBuilder();
        foreach (JsonProperty profile in suite.GetProperty("profiles").EnumerateObject())
        {
            text.Append(profile.Name == "default" ? "[default]\n" : $"[profile {profile.Name}]\n");
            text.AppendJoin("", Conformance.Strings(profile.Value).Select(pair => $"{pair.Key} = {pair.Value}\n"));
        }

        foreach (JsonProperty services in suite.GetProperty("services").EnumerateObject())
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"[services {services.Name}]\n");
            foreach (JsonProperty service in services.Value.EnumerateObject())
            {
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{service.Name} =\n");
                text.AppendJoin("", Conformance.Strings(service.Value).Select(pair => $"  {pair.Key} = {pair.Value}\n"));
            }
        }

        return text.ToString();
    }
}
