using AwsSsoCredentials.Flows;
using AwsSsoCredentials.Tests.Support;
using IdentityCenterEmulator;

namespace AwsSsoCredentials.Tests.Flows;

public sealed class DiscoveryFlowTests : IAsyncLifetime
{
    private readonly FlowFixture _fixture = new();

    public Task InitializeAsync() => _fixture.InitializeAsync();

    public Task DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public void Profiles_are_listed_without_any_service()
    {
        IReadOnlyList<SsoProfileSummary> profiles = new DiscoveryFlow(_fixture.RoomsWithoutNetwork()).GetProfiles();

        Assert.Equal(["dev", "dev-readonly", "elsewhere"], profiles.Select(profile => profile.Name));
        Assert.Equal("dev: 111122223333/Developer", profiles[0].ToString());
    }

    [Fact]
    public async Task Accounts_are_those_of_the_portal()
    {
        _fixture.LogIn();

        IReadOnlyList<SsoAccount> accounts = await Flow().GetAccountsAsync("dev", CancellationToken.None);

        Assert.Equal(["111122223333 (Development)", "444455556666 (Staging)", "012345678901 (Sandbox)"], accounts.Select(account => account.ToString()));
        Assert.Equal("aws-staging@example.com", accounts[1].EmailAddress);
    }

    [Fact]
    public async Task A_profile_with_a_session_but_no_role_is_enough()
    {
        _fixture.LogIn();
        await File.AppendAllTextAsync(_fixture.ConfigPath, "[profile session-only]\nsso_session = corp\n");

        Assert.NotEmpty(await Flow().GetAccountsAsync("session-only", CancellationToken.None));
    }

    [Fact]
    public async Task Roles_of_an_account_lead_straight_to_credentials()
    {
        _fixture.LogIn();

        IReadOnlyList<SsoRole> roles = await Flow().GetRolesAsync("dev", "111122223333", CancellationToken.None);
        SsoCredentials credentials = await new GenerateFlow(_fixture.Rooms()).RunForRoleAsync(roles[1], new(), CancellationToken.None);

        Assert.Equal(["Developer", "Power+User@dev", "ReadOnly"], roles.Select(role => role.RoleName));
        Assert.Equal(("Power+User@dev", "111122223333", "corp"), (credentials.RoleName, credentials.AccountId, credentials.Session));
    }

    [Fact]
    public async Task A_filter_without_patterns_finds_every_role_of_every_account()
    {
        _fixture.LogIn();

        IReadOnlyList<SsoRole> roles = await Flow().GetRolesAsync(new SsoRoleFilter { Session = "corp" }, CancellationToken.None);

        Assert.Equal(
            ["111122223333/Developer", "111122223333/Power+User@dev", "111122223333/ReadOnly", "444455556666/Deployer", "444455556666/ReadOnly", "012345678901/Administrator"],
            roles.Select(role => role.ToString()));
        Assert.Equal("Sandbox", roles[^1].AccountName);
    }

    [Fact]
    public async Task A_filter_asks_for_the_roles_of_matching_accounts_alone()
    {
        _fixture.LogIn();

        IReadOnlyList<SsoRole> roles = await Flow().GetRolesAsync(
            new SsoRoleFilter { Session = "corp", Accounts = { "Stag*" }, Roles = { "Deploy*" } }, CancellationToken.None);

        Assert.Equal(["444455556666/Deployer"], roles.Select(role => role.ToString()));
        Assert.Equal(1, _fixture.Emulator.Calls.Count(EmulatorOperation.ListAccountRoles));
    }

    [Fact]
    public async Task A_filter_needs_no_config_file()
    {
        File.Delete(_fixture.ConfigPath);
        EmulatorToken token = _fixture.Emulator.IssueToken(startUrl: "https://d-0123456789.awsapps.com/start");
        token.WriteCacheFile(_fixture.TokenFolder, null, "eu-central-1");

        IReadOnlyList<SsoRole> roles = await Flow().GetRolesAsync(
            new SsoRoleFilter { StartUrl = token.StartUrl, SsoRegion = "eu-central-1", Roles = { "Administrator" } }, CancellationToken.None);

        Assert.Equal("012345678901/Administrator", Assert.Single(roles).ToString());
    }

    [Theory]
    [InlineData("1111-2222-3333")]
    [InlineData("42")]
    public async Task A_malformed_account_is_refused_before_any_call(string account)
    {
        var error = await Assert.ThrowsAsync<SsoConfigurationException>(() => Flow().GetRolesAsync("dev", account, CancellationToken.None));

        Assert.Contains("12 digits", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, _fixture.Emulator.Calls.Total);
    }

    [Fact]
    public async Task Without_a_token_the_error_names_the_command()
    {
        var error = await Assert.ThrowsAsync<SsoLoginRequiredException>(() => Flow().GetAccountsAsync("dev", CancellationToken.None));

        Assert.Contains("aws sso login --sso-session corp", error.Message, StringComparison.Ordinal);
    }

    private DiscoveryFlow Flow() => new(_fixture.Rooms());
}
