using System.Text.Json;
using AwsSsoCredentials.Config;
using AwsSsoCredentials.Services.Endpoints;
using AwsSsoCredentials.Tests.Config;

namespace AwsSsoCredentials.Tests.Services.Endpoints;

public sealed class EndpointRulesTests
{
    public static TheoryData<string, int, string> RuleCases()
    {
        var data = new TheoryData<string, int, string>();
        foreach (string service in (string[])["sso", "sso-oidc"])
        {
            foreach ((int index, JsonElement one) in Suite(service).EnumerateArray().Index())
            {
                data.Add(service, index, one.GetProperty("documentation").GetString()!);
            }
        }

        return data;
    }

    [ConformanceTheory]
    [MemberData(nameof(RuleCases))]
    public void The_URL_is_that_of_the_rule_set(string service, int index, string documentation)
    {
        JsonElement one = Suite(service)[index];
        Assert.Equal(documentation, one.GetProperty("documentation").GetString());
        JsonElement parameters = one.TryGetProperty("params", out JsonElement given) ? given : JsonElement.Parse("{}");
        ConfiguredEndpoint? configured = Text(parameters, "Endpoint") is { } url ? new ConfiguredEndpoint(new Uri(url), "AWS_ENDPOINT_URL") : null;
        JsonElement expected = one.GetProperty("expect");

        Uri Resolve() => EndpointRules.Resolve(
            service == "sso" ? EndpointService.Portal : EndpointService.Oidc,
            Text(parameters, "Region"),
            Flag(parameters, "UseFIPS"),
            Flag(parameters, "UseDualStack"),
            configured);

        if (expected.TryGetProperty("error", out JsonElement error))
        {
            string message = Assert.Throws<SsoConfigurationException>(Resolve).Message;
            string subject = error.GetString()!.Contains("FIPS", StringComparison.Ordinal) ? "FIPS endpoints are asked for"
                : error.GetString()!.Contains("Dualstack", StringComparison.Ordinal) ? "Dual-stack endpoints are asked for"
                : "The region of the service";
            Ordinal.StartsWith(subject, message);
        }
        else
        {
            Assert.Equal(new Uri(expected.GetProperty("endpoint").GetProperty("url").GetString()!), Resolve());
        }
    }

    [ConformanceFact]
    public void There_are_40_cases_for_each_service() => Assert.Equal(80, RuleCases().Count);

    [Theory]
    [Trait("Case", "49")]
    [InlineData("eu-west-1", false, false, "https://portal.sso.eu-west-1.amazonaws.com/")]
    [InlineData("eu-west-1", true, false, "https://portal.sso-fips.eu-west-1.amazonaws.com/")]
    [InlineData("eu-west-1", false, true, "https://portal.sso.eu-west-1.api.aws/")]
    [InlineData("eu-west-1", true, true, "https://portal.sso-fips.eu-west-1.api.aws/")]
    [InlineData("us-gov-west-1", true, false, "https://portal.sso.us-gov-west-1.amazonaws.com/")]
    [InlineData("us-gov-west-1", true, true, "https://portal.sso-fips.us-gov-west-1.api.aws/")]
    [InlineData("cn-north-1", false, true, "https://portal.sso.cn-north-1.api.amazonwebservices.com.cn/")]
    [InlineData("eusc-de-east-1", false, false, "https://portal.sso.eusc-de-east-1.amazonaws.eu/")]
    [InlineData("eusc-de-east-1", false, true, "https://portal.sso.eusc-de-east-1.api.amazonwebservices.eu/")]
    [InlineData("us-iso-east-1", false, false, "https://portal.sso.us-iso-east-1.c2s.ic.gov/")]
    [InlineData("us-isob-east-1", false, false, "https://portal.sso.us-isob-east-1.sc2s.sgov.gov/")]
    [InlineData("eu-isoe-west-1", false, false, "https://portal.sso.eu-isoe-west-1.cloud.adc-e.uk/")]
    [InlineData("us-isof-south-1", false, false, "https://portal.sso.us-isof-south-1.csp.hci.ic.gov/")]
    [InlineData("mars-north-1", false, false, "https://portal.sso.mars-north-1.amazonaws.com/")]
    public void Case_49_partition_FIPS_and_dual_stack_make_the_host(string region, bool fips, bool dualStack, string url) =>
        Assert.Equal(url, EndpointRules.Resolve(EndpointService.Portal, region, fips, dualStack, null).AbsoluteUri);

    [Fact]
    [Trait("Case", "49")]
    public void Case_49_OIDC_and_STS_have_hosts_of_their_own()
    {
        Assert.Equal(
            "https://oidc-fips.us-east-1.api.aws/",
            EndpointRules.Resolve(EndpointService.Oidc, "us-east-1", true, true, null).AbsoluteUri);
        Assert.Equal(
            "https://sts-fips.us-east-1.amazonaws.com/",
            EndpointRules.Resolve(EndpointService.Sts, "us-east-1", true, false, null).AbsoluteUri);
    }

    [Fact]
    public void A_missing_region_names_the_setting_that_counts_for_the_service()
    {
        Ordinal.Contains("set sso_region.", WithoutRegion(EndpointService.Portal));
        Ordinal.Contains("set sso_region.", WithoutRegion(EndpointService.Oidc));
        Ordinal.Contains("set the profile's region.", WithoutRegion(EndpointService.Sts));

        static string WithoutRegion(EndpointService service) =>
            Assert.Throws<SsoConfigurationException>(() => EndpointRules.Resolve(service, null, false, false, null)).Message;
    }

    [Theory]
    [InlineData("evil.example/x?")]
    [InlineData("us-east-1.evil.example")]
    [InlineData("-")]
    [InlineData("us-east-1\n")]
    public void Nothing_but_a_region_gets_into_the_host(string region)
    {
        string message = Assert.Throws<SsoConfigurationException>(() => EndpointRules.Resolve(EndpointService.Portal, region, false, false, null)).Message;

        Ordinal.Contains("is not a region", message);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void The_region_is_checked_also_where_an_endpoint_is_configured()
    {
        var configured = new ConfiguredEndpoint(new Uri("https://portal.example"), "AWS_ENDPOINT_URL");

        string message = Assert.Throws<SsoConfigurationException>(
            () => EndpointRules.Resolve(EndpointService.Portal, "evil.example/#", false, false, configured)).Message;

        Ordinal.StartsWith("'evil.example/#' is not a region", message);
    }

    [Theory]
    [InlineData(true, false, "FIPS endpoints are asked for, but AWS_ENDPOINT_URL sets a custom endpoint")]
    [InlineData(false, true, "Dual-stack endpoints are asked for, but AWS_ENDPOINT_URL sets a custom endpoint")]
    public void A_custom_endpoint_goes_with_neither_FIPS_nor_dual_stack(bool fips, bool dualStack, string expected)
    {
        var configured = new ConfiguredEndpoint(new Uri("https://portal.example"), "AWS_ENDPOINT_URL");

        string message = Assert.Throws<SsoConfigurationException>(() => EndpointRules.Resolve(EndpointService.Portal, "us-east-1", fips, dualStack, configured)).Message;

        Ordinal.StartsWith(expected, message);
    }

    private static JsonElement Suite(string service) =>
        Conformance.ReadJson($"endpoints/{service}-endpoint-tests-1.json").GetProperty("testCases");

    private static string? Text(JsonElement parameters, string name) =>
        parameters.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static bool Flag(JsonElement parameters, string name) =>
        parameters.TryGetProperty(name, out JsonElement value) && value.GetBoolean();
}
