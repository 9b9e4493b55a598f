using System.Text.Json.Nodes;
using AwsSsoCredentials.Flows;
using AwsSsoCredentials.Flows.Sync;
using AwsSsoCredentials.Tests.Support;
using IdentityCenterEmulator;

namespace AwsSsoCredentials.Tests.Flows.Sync;

/// <summary>Whoever may rename an account chooses names that are made of it: they lead nobody's keys into a section of others.</summary>
public sealed class PortalNamesTests : IAsyncLifetime
{
    private const string Mine = "111122223333";
    private const string Theirs = "999900001111";
    private const string Third = "444455556666";

    private const string Config = """
        [sso-session corp]
        sso_start_url = https://d-0123456789.awsapps.com/start
        sso_region = eu-central-1
        sso_registration_scopes = sso:account:access

        [profile prod]
        sso_session = corp
        sso_account_id = 111122223333
        sso_role_name = Developer

        """;

    private readonly FlowFixture _fixture = new(Options(), Config);

    public async Task InitializeAsync()
    {
        await _fixture.InitializeAsync();
        _fixture.LogIn();
    }

    public Task DisposeAsync() => _fixture.DisposeAsync();

    [Theory]
    [InlineData("{accountName}", "prod")]
    [InlineData("{role}", "Developer")]
    [InlineData(null, Theirs + "-Developer")]
    public async Task Keys_of_another_account_are_not_replaced_under_a_name_that_the_portal_chose(string? pattern, string target)
    {
        Write(target, Mine);
        string before = _fixture.CredentialsText();

        SsoSyncException error = await FailAsync(Found(Theirs, pattern));

        string message = Assert.Single(error.Results).Error!.Message;
        Assert.Contains($"[{target}]", message, StringComparison.Ordinal);
        Assert.Contains(Mine, message, StringComparison.Ordinal);
        Assert.Contains("ReplaceOtherRoles", message, StringComparison.Ordinal);
        Assert.Equal(before, _fixture.CredentialsText());
        Assert.Equal(0, _fixture.Emulator.Calls.Count(EmulatorOperation.GetRoleCredentials));
    }

    [Theory]
    [InlineData(Theirs, "ReadOnly", "corp")]
    [InlineData(Theirs, "Developer", "other")]
    public async Task Nor_are_those_of_another_role_or_session(string account, string role, string session)
    {
        Write("prod", account, role, session);

        await FailAsync(Found(Theirs, "{accountName}"));

        Assert.Contains($"x_sso_role_name = {role}", _fixture.CredentialsText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("credential_process = /opt/keys-of-account-9")]
    [InlineData("role_arn = arn:aws:iam::999988887777:role/Deploy\nsource_profile = base")]
    public async Task Nor_are_settings_that_lead_to_keys_of_others(string settings)
    {
        string before = $"[prod]\n{settings}\n";
        await File.WriteAllTextAsync(_fixture.CredentialsPath, before);

        await FailAsync(Found(Theirs, "{accountName}"));

        Assert.Equal(before, _fixture.CredentialsText());
    }

    [Fact]
    public async Task Nor_are_keys_of_nobody_knows_whom()
    {
        await File.WriteAllTextAsync(
            _fixture.CredentialsPath, "[prod]\naws_access_key_id = ASIAX\naws_secret_access_key = x\naws_session_token = x\n");

        await FailAsync(Found(Theirs, "{accountName}"));

        Assert.Contains("ASIAX", _fixture.CredentialsText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_of_the_same_role_are_renewed()
    {
        Write("prod", Theirs);

        await SyncAsync(Found(Theirs, "{accountName}"));

        Assert.Equal(1, _fixture.Emulator.Calls.Count(EmulatorOperation.GetRoleCredentials));
        Assert.DoesNotContain(_fixture.Log.Informations, line => line.Contains("held the keys of", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_the_build_allows_it_they_are_replaced_and_a_line_says_whose_they_were()
    {
        Write("prod", Mine);
        SyncCredentialsProfilesSettings settings = Found(Theirs, "{accountName}");
        settings.ReplaceOtherRoles = true;

        await SyncAsync(settings);

        Assert.Contains($"x_sso_account_id = {Theirs}", _fixture.CredentialsText(), StringComparison.Ordinal);
        string line = Assert.Single(_fixture.Log.Informations, line => line.Contains("held the keys of", StringComparison.Ordinal));
        Assert.Contains($"account {Mine}, role Developer", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Default_is_never_written_under_such_a_name(bool replaceOtherRoles)
    {
        SyncCredentialsProfilesSettings settings = Found(Third, "{accountName}");
        settings.ReplaceOtherRoles = replaceOtherRoles;

        SsoSyncException error = await FailAsync(settings);

        Assert.Contains("[default]", Assert.Single(error.Results).Error!.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_fixture.CredentialsPath));
    }

    [Fact]
    public async Task Under_a_name_that_the_build_chose_they_are_replaced_and_a_line_says_whose_they_were()
    {
        Write("deploy-keys", Mine);
        _fixture.Log.Informations.Clear();

        Write("deploy-keys", Theirs);

        Assert.Contains($"x_sso_account_id = {Theirs}", _fixture.CredentialsText(), StringComparison.Ordinal);
        string line = Assert.Single(_fixture.Log.Informations, line => line.Contains("held the keys of", StringComparison.Ordinal));
        Assert.Contains($"account {Mine}, role Developer", line, StringComparison.Ordinal);
        Assert.Contains("[deploy-keys]", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pattern_without_anything_of_the_portal_is_the_builds_own_name()
    {
        Write("deploy-keys", Mine);

        await SyncAsync(Found(Theirs, "deploy-keys"));

        Assert.Contains($"x_sso_account_id = {Theirs}", _fixture.CredentialsText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_accounts_of_one_name_fail_alone()
    {
        SsoSyncException error = await FailAsync(Found("*", "{accountName}-x"));

        Assert.Equal(
            [CredentialsProfileSyncStatus.Failed, CredentialsProfileSyncStatus.Failed, CredentialsProfileSyncStatus.Written],
            error.Results.Select(result => result.Status));
        Assert.All(error.Results.Take(2), result => Assert.Contains("[prod-x]", result.Error!.Message, StringComparison.Ordinal));
        Assert.Contains("[default-x]", _fixture.CredentialsText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_named_like_a_profile_of_the_build_does_not_take_its_place()
    {
        SyncCredentialsProfilesSettings settings = Found(Theirs, "{accountName}");
        settings.TargetName = null;
        settings.Profiles.Add("prod");
        settings.Roles.Add(new SsoRole { AccountId = Theirs, RoleName = "Developer", Session = "corp", AccountName = "prod" });
        settings.RoleFilter = null;
        await SyncAsync(settings);
        File.Delete(_fixture.CredentialsPath);

        settings = new SyncCredentialsProfilesSettings
        {
            Profiles = { "prod" },
            RoleFilter = new SsoRoleFilter { Session = "corp", Accounts = { Theirs } },
            TargetName = "{role}",
        };
        SsoSyncException error = await FailAsync(settings);

        Assert.Equal([CredentialsProfileSyncStatus.Written, CredentialsProfileSyncStatus.Failed], error.Results.Select(result => result.Status));
        Assert.Contains($"x_sso_account_id = {Mine}", _fixture.CredentialsText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_whose_answer_names_another_account_than_asked_for_is_not_synced()
    {
        _fixture.Emulator.Faults.Set(
            EmulatorOperation.ListAccountRoles,
            EmulatorFault.Replace("roleList", new JsonArray(new JsonObject { ["accountId"] = Mine, ["roleName"] = "Developer" })));

        var error = await Assert.ThrowsAsync<SsoServiceException>(() => SyncAsync(Found(Theirs, "{accountName}")));

        Assert.Contains("another account", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_fixture.CredentialsPath));
    }

    private static EmulatorOptions Options()
    {
        var options = new EmulatorOptions();
        options.Accounts.Clear();
        options.Accounts.Add(new EmulatorAccount(Mine, "prod", "a@example.com", ["Developer"]));
        options.Accounts.Add(new EmulatorAccount(Theirs, "prod", "b@example.com", ["Developer"]));
        options.Accounts.Add(new EmulatorAccount(Third, "default", "c@example.com", ["Developer"]));
        return options;
    }

    private static SyncCredentialsProfilesSettings Found(string account, string? pattern) =>
        new() { RoleFilter = new SsoRoleFilter { Session = "corp", Accounts = { account } }, TargetName = pattern, RequestsPerSecond = 0 };

    /// <summary>Keys that have ended, so that nothing keeps anybody from renewing them.</summary>
    private void Write(string target, string account, string role = "Developer", string session = "corp") => new WriteFlow(_fixture.Rooms()).Run(
        new SsoCredentials("old", account, role, null, "ASIAIOSFODNN7EXAMPLE", "secret", "token", DateTimeOffset.UnixEpoch.AddYears(50), session),
        new WriteCredentialsProfileSettings { TargetProfile = target });

    private Task<IReadOnlyList<CredentialsProfileSyncResult>> SyncAsync(SyncCredentialsProfilesSettings settings) =>
        new SyncFlow(_fixture.Rooms()).RunAsync(settings, CancellationToken.None);

    private Task<SsoSyncException> FailAsync(SyncCredentialsProfilesSettings settings) =>
        Assert.ThrowsAsync<SsoSyncException>(() => SyncAsync(settings));
}
