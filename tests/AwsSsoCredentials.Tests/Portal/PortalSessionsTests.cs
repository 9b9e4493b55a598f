using AwsSsoCredentials.Machine;
using AwsSsoCredentials.Portal;
using AwsSsoCredentials.Services;
using AwsSsoCredentials.Services.Endpoints;
using AwsSsoCredentials.Services.Resilience;
using AwsSsoCredentials.Tests.Support;
using AwsSsoCredentials.Tokens;

namespace AwsSsoCredentials.Tests.Portal;

public sealed class PortalSessionsTests
{
    [Fact]
    public void One_session_has_one_portal()
    {
        var regions = new List<string>();
        using PortalSessions portals = Portals(regions);

        Assert.Same(portals.Of(PortalSessionFixture.Session, null), portals.Of(PortalSessionFixture.Session, null));
        Assert.Single(regions);
    }

    [Fact]
    public void A_session_in_another_region_shares_no_token_for_what_one_region_refuses_the_other_may_take()
    {
        var regions = new List<string>();
        using PortalSessions portals = Portals(regions);

        portals.Of(PortalSessionFixture.Session, null);
        portals.Of(PortalSessionFixture.Session with { Region = "eu-west-2" }, null);

        Assert.Equal(["eu-west-1", "eu-west-2"], regions);
    }

    private static PortalSessions Portals(List<string> regions) => new(
        new ServiceClients(
            () => throw new InvalidOperationException("nothing is opened"),
            new ServiceConnections(
                new AwsEnvironment(new Dictionary<string, string>(), OperatingSystem.IsWindows()), () => throw new InvalidOperationException("no profile"), new RecordingLog()),
            new RetryPolicy()),
        (session, _) =>
        {
            regions.Add(session.Region);
            return new SharedToken((_, _) => Task.FromResult("token"));
        },
        pace: null);
}
