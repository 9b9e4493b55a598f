using System.Text.Json;
using AwsSsoCredentials.Profiles;

namespace AwsSsoCredentials.Tests.Profiles;

public sealed class StartUrlsTests
{
    private const string Tables = "cache-keys/aws-cli-start-url-and-scope-tables.json";

    [Theory]
    [InlineData("https://d-0123456789.awsapps.com/start")]
    [InlineData("https://my-company.awsapps.com/start#/")]
    [InlineData("https://ssoins-abc.portal.eu-west-1.app.aws")]
    [InlineData("https://My-Company.AWSapps.com/start")]
    [InlineData("HTTPS://my-company.awsapps.com/start")]
    [InlineData("https://my-company.awsapps.com./start")]
    [InlineData("https://my-company.awsapps.com:443/start?x=1")]
    [InlineData("https://user@my-company.awsapps.com/start")]
    [InlineData("https://sso.münchen.example/start")]
    [InlineData("https://10.0.0.1/start")]
    [InlineData("https://10.1/start")]
    [InlineData("https://localhost/start")]
    [InlineData("https://a..b.example/start")]
    [InlineData("https://-a.example/start")]
    [InlineData("https://a_b.example/start")]
    [InlineData("https://a.example/st art")]
    [InlineData("https://a.example\\start")]
    [InlineData("https://a.example#start")]
    [InlineData("https:///start")]
    [InlineData("https://")]
    [InlineData("http://my-company.awsapps.com/start")]
    [InlineData("my-company.awsapps.com/start")]
    public void The_host_is_the_one_that_Uri_reads(string url) => Assert.Equal(StartUrls.TryParse(url)?.Host, StartUrls.HostOf(url));

    [Theory]
    [Trait("Case", "51")]
    [InlineData("d-abc123.awsapps.com", true)]
    [InlineData("D-ABC123.AWSAPPS.COM.", true)]
    [InlineData("ssoins-1.portal.eu-west-1.app.aws", true)]
    [InlineData("identitycenter.amazonaws.com", true)]
    [InlineData("notidentitycenter.amazonaws.com", false)]
    [InlineData("x.identitycenter.amazonaws.com", false)]
    [InlineData("evil-awsapps.com", false)]
    [InlineData("awsapps.com.evil.net", false)]
    [InlineData("app.aws", false)]
    [InlineData("", false)]
    public void Case_51_a_host_that_AWS_owns_is_told_by_its_end(string host, bool owned) => Assert.Equal(owned, StartUrls.IsAwsOwned(host));

    [Theory]
    [InlineData("ssoins-1.portal.eu-west-1.app.aws", "eu-west-1")]
    [InlineData("SSOINS-1.EU-WEST-1.PORTAL.AMAZONAWS.COM.", "eu-west-1")]
    [InlineData("d-abc123.awsapps.com", null)]
    [InlineData("x.portal.eu-west-1.app.aws.evil.net", null)]
    public void The_region_is_read_out_of_the_host(string host, string? region) => Assert.Equal(region, StartUrls.RegionOf(host));

    [Theory]
    [InlineData("https://example.com:443/path/?q=1#f", "https://example.com/path")]
    [InlineData("https://example.com:8443/", "https://example.com:8443")]
    public void Default_port_slash_query_and_fragment_do_not_count(string url, string expected) =>
        Assert.Equal(expected, StartUrls.Normalize(new Uri(url)));

    [ConformanceFact]
    public void The_hosts_the_AWS_CLI_calls_its_own_are_owned() =>
        Assert.All(Strings("TestIsAwsOwnedDomain.test_aws_owned_returns_true", 19), host => Assert.True(StartUrls.IsAwsOwned(host), host));

    [ConformanceFact]
    public void The_hosts_the_AWS_CLI_does_not_call_its_own_are_not_owned() =>
        Assert.All(
            Strings("TestIsAwsOwnedDomain.test_non_aws_owned_returns_false", 12),
            host => Assert.False(StartUrls.IsAwsOwned(host), host));

    [ConformanceFact]
    public void The_regions_are_those_the_AWS_CLI_reads() =>
        Assert.All(
            Pairs("TestExtractRegionFromHostname.test_extracts_region", 11),
            pair => Assert.Equal(pair[1].GetString(), StartUrls.RegionOf(pair[0].GetString()!)));

    [ConformanceFact]
    public void No_region_is_read_where_the_AWS_CLI_reads_none() =>
        Assert.All(
            Strings("TestExtractRegionFromHostname.test_returns_none_for_region_less_hostnames", 7),
            host => Assert.Null(StartUrls.RegionOf(host)));

    [ConformanceFact]
    public void URLs_are_normalized_as_the_AWS_CLI_does() =>
        Assert.All(
            Pairs("TestNormalizeUrl.test_normalize_url", 6),
            pair => Assert.Equal(pair[1].GetString(), StartUrls.Normalize(new Uri(pair[0].GetString()!))));

    [ConformanceFact]
    [Trait("Case", "52")]
    public void Case_52_scopes_are_split_as_the_AWS_CLI_does() =>
        Assert.All(
            Pairs("parse_sso_registration_scopes", 8),
            pair => Assert.Equal(pair[1].EnumerateArray().Select(scope => scope.GetString()!), RegistrationScopes.Parse(pair[0].GetString())));

    private static List<JsonElement> Pairs(string table, int count)
    {
        List<JsonElement> cases = [.. Conformance.ReadJson(Tables).GetProperty("tables").GetProperty(table).GetProperty("cases").EnumerateArray()];
        Assert.Equal(count, cases.Count);
        return cases;
    }

    private static List<string> Strings(string table, int count) => [.. Pairs(table, count).Select(one => one.GetString()!)];

    [Theory]
    [InlineData("https://d-x.awsapps.com/start")]
    [InlineData("https://d-x.awsapps.com/start/")]
    [InlineData("https://d-x.awsapps.com/start#/")]
    [InlineData("https://d-x.awsapps.com/start/\\#/")]
    [InlineData("https://d-x.awsapps.com/start/#/?tab=accounts")]
    [InlineData("https://d-x.awsapps.com:443/start")]
    [InlineData("https://D-X.awsapps.com/Start?x=1")]
    public void Spellings_of_one_start_URL_are_alike(string url) => Assert.Equal("https://d-x.awsapps.com/start", StartUrls.Plain(url));

    [Theory]
    [InlineData("https://d-y.awsapps.com/start")]
    [InlineData("https://d-x.awsapps.com/other")]
    [InlineData("https://d-x.awsapps.com:444/start")]
    [InlineData("")]
    public void Other_start_URLs_are_not(string url) => Assert.NotEqual("https://d-x.awsapps.com/start", StartUrls.Plain(url));
}
