using IdentityCenterEmulator.Tls;

namespace IdentityCenterEmulator.Tests.Tls;

public class ServedHostsTests
{
    [Theory]
    [InlineData("portal.sso.eu-central-1.amazonaws.com")]
    [InlineData("oidc.us-gov-west-1.amazonaws.com")]
    [InlineData("oidc.cn-north-1.amazonaws.com.cn")]
    [InlineData("oidc.eu-central-1.api.aws")]
    [InlineData("sts.amazonaws.com")]
    [InlineData("STS.us-east-1.amazonaws.com")]
    [InlineData("sts-fips.us-east-1.amazonaws.com")]
    public void The_services_in_every_region_are_served(string host) => Assert.True(ServedHosts.Contains(host));

    [Theory]
    [InlineData("")]
    [InlineData("localhost")]
    [InlineData("amazonaws.com")]
    [InlineData("s3.amazonaws.com")]
    [InlineData("portal.eu-central-1.amazonaws.com")]
    [InlineData("sts.a.b.amazonaws.com")]
    [InlineData("sts..amazonaws.com")]
    [InlineData("xsts.amazonaws.com")]
    [InlineData("sts.amazonaws.com.example.com")]
    [InlineData("sts.xamazonaws.com")]
    public void Nothing_else_is(string host) => Assert.False(ServedHosts.Contains(host));
}
