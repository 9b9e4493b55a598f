using AwsSsoCredentials.Profiles;
using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Services.Endpoints;
using AwsSsoCredentials.Tests.Config;

namespace AwsSsoCredentials.Tests.Services.Endpoints;

public sealed class ServiceConnectionsTests
{
    private static SsoSession Session => new("corp", "https://d-x.awsapps.com/start", "eu-west-1", []);

    [Fact]
    public void Each_service_is_reached_in_its_region()
    {
        using var fixture = new ConfigFixture("", "");
        ServiceConnections connections = Connections(fixture);

        Assert.Equal(
            new ServiceConnection(new Uri("https://portal.sso.eu-west-1.amazonaws.com"), "eu-west-1"),
            connections.ForPortal(Session));
        Assert.Equal(new ServiceConnection(new Uri("https://oidc.eu-west-1.amazonaws.com"), "eu-west-1"), connections.ForOidc(Session));
        Assert.Equal(new ServiceConnection(new Uri("https://sts.us-west-2.amazonaws.com"), "us-west-2"), connections.ForSts("us-west-2"));
    }

    [Fact]
    [Trait("Case", "48")]
    public void Case_48_each_service_has_its_own_variable()
    {
        using var fixture = new ConfigFixture("", "");
        ServiceConnections connections = Connections(
            fixture,
            ("AWS_ENDPOINT_URL_SSO", "http://127.0.0.1:1/"),
            ("AWS_ENDPOINT_URL_SSO_OIDC", "http://[::1]:2/"),
            ("AWS_ENDPOINT_URL_STS", "http://localhost:3/"));

        Assert.Equal(1, connections.ForPortal(Session).Endpoint.Port);
        Assert.Equal(2, connections.ForOidc(Session).Endpoint.Port);
        Assert.Equal(3, connections.ForSts("us-west-2").Endpoint.Port);
        Assert.Empty(fixture.Warnings);
    }

    [Fact]
    public void Http_to_another_machine_is_warned_about_once()
    {
        using var fixture = new ConfigFixture("", "");
        ServiceConnections connections = Connections(fixture, ("AWS_ENDPOINT_URL", "http://portal.example/"));

        connections.ForPortal(Session);
        connections.ForOidc(Session);

        Ordinal.StartsWith("AWS_ENDPOINT_URL is the http URL of portal.example", Assert.Single(fixture.Warnings));
    }

    [Fact]
    public void The_settings_of_the_profile_count_where_one_is_named()
    {
        using var fixture = new ConfigFixture("[profile dev]\nuse_fips_endpoint = true\nca_bundle = ~/ca.pem\n", "");
        ServiceConnections connections = Connections(fixture);

        Assert.Equal(
            new ServiceConnection(new Uri("https://portal.sso-fips.eu-west-1.amazonaws.com"), "eu-west-1", Path.Combine(fixture.Home, "ca.pem")),
            connections.ForPortal(Session, "dev"));
        Assert.Null(connections.ForPortal(Session).CaBundle);
    }

    private static ServiceConnections Connections(ConfigFixture fixture, params (string Name, string Value)[] variables) =>
        new(fixture.Environment(variables), () => fixture.Load(), fixture);
}
