using AwsSsoCredentials.Flows;
using AwsSsoCredentials.Tests.Support;

namespace AwsSsoCredentials.Tests.Flows;

public sealed class PlanFlowTests : IAsyncLifetime
{
    private static readonly SsoCredentials Credentials = new(
        "dev", "111122223333", "Developer", null, "ASIAIOSFODNN7EXAMPLE", "secret", "session", new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero), "corp");

    private readonly FlowFixture _fixture = new();

    public Task InitializeAsync() => _fixture.InitializeAsync();

    public Task DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public void A_new_profile_is_planned_in_full_and_nothing_is_written()
    {
        CredentialsProfilePlan plan = Plan("dev-keys");

        Assert.Equal((_fixture.CredentialsPath, "dev-keys", true, 9), (plan.Path, plan.TargetProfile, plan.IsNewProfile, plan.Changes.Count));
        Assert.Equal(["config"], Directory.GetFiles(Path.Combine(_fixture.Home, ".aws")).Select(Path.GetFileName));
        Assert.Contains(_fixture.Log.Informations, line => line.EndsWith("profile [dev-keys] would be added.", StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_plan_says_is_what_writing_does()
    {
        File.WriteAllText(_fixture.CredentialsPath, "[dev]\naws_access_key_id = ASIAOLD\naws_secret_access_key = old\naws_session_token = session\n");
        CredentialsProfilePlan plan = Plan(null);

        new WriteFlow(_fixture.Rooms()).Run(Credentials, new WriteCredentialsProfileSettings());

        Assert.Equal(8, plan.Changes.Count);
        Assert.DoesNotContain(plan.Changes, change => change.Key == "aws_session_token");
        Assert.Contains(_fixture.Log.Informations, line => line.EndsWith("profile [dev] would change in 8 keys.", StringComparison.Ordinal));
        Assert.Empty(Plan(null).Changes);
        Assert.Contains(_fixture.Log.Informations, line => line.EndsWith("profile [dev] would stay as it is.", StringComparison.Ordinal));
    }

    [Fact]
    public void Neither_plan_nor_log_shows_a_secret()
    {
        File.WriteAllText(_fixture.CredentialsPath, "[dev]\naws_access_key_id = ASIAOLD\naws_secret_access_key = oldsecret\naws_session_token = oldsession\n");

        string shown = Plan(null) + string.Concat(_fixture.Log.Informations);

        Assert.All(["secret ", "oldsecret", "= session", "oldsession", "ASIAOLD"], secret => Assert.DoesNotContain(secret, shown, StringComparison.Ordinal));
    }

    [Fact]
    public void What_writing_would_refuse_the_plan_refuses()
    {
        File.WriteAllText(_fixture.CredentialsPath, "[dev]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n");

        Assert.Throws<SsoConfigurationException>(() => Plan(null));
        Assert.False(new PlanFlow(_fixture.Rooms()).Run(Credentials, new WriteCredentialsProfileSettings { Overwrite = true }).IsNewProfile);
    }

    private CredentialsProfilePlan Plan(string? target) =>
        new PlanFlow(_fixture.Rooms()).Run(Credentials, new WriteCredentialsProfileSettings { TargetProfile = target });
}
