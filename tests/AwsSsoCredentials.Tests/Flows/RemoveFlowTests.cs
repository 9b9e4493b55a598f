using AwsSsoCredentials.Flows;
using AwsSsoCredentials.Tests.Support;

namespace AwsSsoCredentials.Tests.Flows;

public sealed class RemoveFlowTests : IAsyncLifetime
{
    private const string ByHand = "# by hand\n[legacy]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n";

    private static readonly SsoCredentials Credentials = new(
        "dev", "111122223333", "Developer", null, "ASIAIOSFODNN7EXAMPLE", "secret", "session", new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero), "corp");

    private readonly FlowFixture _fixture = new();

    public async Task InitializeAsync()
    {
        await _fixture.InitializeAsync();
        await File.WriteAllTextAsync(_fixture.CredentialsPath, ByHand);
    }

    public Task DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public void What_was_written_is_removed_and_the_rest_stays_byte_for_byte()
    {
        new WriteFlow(_fixture.Rooms()).Run(Credentials, new WriteCredentialsProfileSettings { TargetProfile = "dev-keys" });

        Assert.True(Remove("dev-keys"));

        Assert.Equal(ByHand, _fixture.CredentialsText());
        Assert.Contains(_fixture.Log.Informations, line => line.Contains("profile [dev-keys] is removed", StringComparison.Ordinal));
    }

    [Fact]
    public void A_profile_that_is_not_there_is_no_error()
    {
        Assert.False(Remove("dev-keys"));

        Assert.Equal(ByHand, _fixture.CredentialsText());
        Assert.Contains(_fixture.Log.Informations, line => line.Contains("no keys under [dev-keys]", StringComparison.Ordinal));
    }

    [Fact]
    public void Keys_of_somebody_else_are_removed_only_by_force()
    {
        Assert.Throws<SsoConfigurationException>(() => Remove("legacy"));
        Assert.Equal(ByHand, _fixture.CredentialsText());

        Assert.True(Remove("legacy", force: true));
        Assert.Equal("# by hand\n", _fixture.CredentialsText());
    }

    private bool Remove(string profile, bool force = false) =>
        new RemoveFlow(_fixture.Rooms()).Run(profile, new RemoveCredentialsProfileSettings { Force = force });
}
