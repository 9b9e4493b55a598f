using AwsSsoCredentials.Flows.Sync;
using AwsSsoCredentials.Services.Loading;
using AwsSsoCredentials.Tests.Files;
using AwsSsoCredentials.Tests.Support;
using IdentityCenterEmulator;

namespace AwsSsoCredentials.Tests.Flows.Sync;

/// <summary>What a batch does when all goes well; what it does when something fails stands in <see cref="SyncFailureTests"/>.</summary>
public sealed class SyncFlowTests : IAsyncLifetime
{
    private readonly FlowFixture _fixture = Lab.Fixture(30);

    public Task InitializeAsync() => _fixture.InitializeAsync();

    public Task DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task All_SSO_profiles_are_written_under_their_own_names()
    {
        _fixture.LogIn();

        IReadOnlyList<CredentialsProfileSyncResult> results = await SyncAsync("*");

        Assert.Equal(Enumerable.Range(0, 30).Select(Lab.Name), results.Select(result => result.Profile));
        Assert.All(results, result => Assert.Equal(CredentialsProfileSyncStatus.Written, result.Status));
        string text = _fixture.CredentialsText();
        Assert.All(results, result => Assert.Contains(
            $"[{result.TargetProfile}]\naws_access_key_id = {result.Credentials!.AccessKeyId}\n", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Results_stand_in_the_order_of_asking_whatever_the_order_of_the_answers()
    {
        _fixture.LogIn();
        _fixture.Emulator.Faults.Set(EmulatorOperation.GetRoleCredentials, EmulatorFault.Delay(TimeSpan.FromMilliseconds(200)) with { Times = 1 });

        IReadOnlyList<CredentialsProfileSyncResult> results = await SyncAsync("lab-007", "lab-003", "lab-00?", "lab-029");

        Assert.Equal(
            ["lab-007", "lab-003", "lab-000", "lab-001", "lab-002", "lab-004", "lab-005", "lab-006", "lab-008", "lab-009", "lab-029"],
            results.Select(result => result.Profile));
        Assert.All(results, result => Assert.Equal(Lab.Account(int.Parse(result.Profile[4..], null)), result.Credentials!.AccountId));
    }

    [Fact]
    public async Task The_token_of_a_session_is_refreshed_once_for_all_its_profiles()
    {
        _fixture.LogIn(lifetime: TimeSpan.FromSeconds(-1));

        await SyncAsync("*");

        Assert.Equal(1, _fixture.Emulator.Calls.Count(EmulatorOperation.CreateToken));
        Assert.Equal(30, _fixture.Emulator.Calls.Count(EmulatorOperation.GetRoleCredentials));
    }

    [Fact]
    [Trait("Case", "86")]
    public async Task Case_86_A_token_that_the_portal_refuses_is_refreshed_once_for_all_profiles()
    {
        EmulatorToken token = _fixture.Emulator.IssueToken();
        token.WriteCacheFile(_fixture.TokenFolder, "corp", "eu-central-1");
        _fixture.Emulator.RevokeAccessToken(token.AccessToken);

        await SyncAsync(new SyncCredentialsProfilesSettings { Profiles = { "*" }, Concurrency = 30, RequestsPerSecond = 0 });

        Assert.Equal(1, _fixture.Emulator.Calls.Count(EmulatorOperation.CreateToken));
    }

    [Fact]
    public async Task A_batch_is_written_to_the_file_in_one_go()
    {
        _fixture.LogIn();
        var operations = new FaultyOperations((_, _) => { });

        await new SyncFlow(_fixture.RoomsWith(files: operations))
            .RunAsync(new SyncCredentialsProfilesSettings { Profiles = { "*" } }, CancellationToken.None);

        // The token is fresh, so that the file of credentials is all that is written.
        Assert.Equal(1, operations.Steps.Count(step => step == "Rename"));
    }

    [Fact]
    public async Task Keys_that_live_long_enough_are_kept_without_loading_the_services_or_touching_the_file()
    {
        _fixture.LogIn();
        IReadOnlyList<CredentialsProfileSyncResult> first = await SyncAsync("*");
        byte[] before = await File.ReadAllBytesAsync(_fixture.CredentialsPath);
        DateTime writtenAt = File.GetLastWriteTimeUtc(_fixture.CredentialsPath);

        IReadOnlyList<CredentialsProfileSyncResult> second = await new SyncFlow(_fixture.RoomsWithoutNetwork())
            .RunAsync(new SyncCredentialsProfilesSettings { Profiles = { "*" } }, CancellationToken.None);

        Assert.All(second, result => Assert.Equal(CredentialsProfileSyncStatus.StillValid, result.Status));
        Assert.Equal(first.Select(result => result.Credentials!.SecretAccessKey), second.Select(result => result.Credentials!.SecretAccessKey));
        Assert.Equal(before, await File.ReadAllBytesAsync(_fixture.CredentialsPath));
        Assert.Equal(writtenAt, File.GetLastWriteTimeUtc(_fixture.CredentialsPath));
    }

    [Fact]
    public async Task Only_what_lives_too_short_is_asked_for()
    {
        _fixture.LogIn();
        _fixture.Emulator.Faults.RoleCredentialsLifetime = TimeSpan.FromMinutes(40);
        await SyncAsync("lab-000", "lab-001");
        _fixture.Emulator.Faults.RoleCredentialsLifetime = TimeSpan.FromHours(1);
        await SyncAsync("lab-002", "lab-003");
        _fixture.Emulator.Calls.Reset();

        IReadOnlyList<CredentialsProfileSyncResult> results = await SyncAsync(
            new SyncCredentialsProfilesSettings { Profiles = { "lab-000", "lab-001", "lab-002", "lab-003" }, MinimumLifetime = TimeSpan.FromMinutes(45) });

        Assert.Equal(
            [CredentialsProfileSyncStatus.Written, CredentialsProfileSyncStatus.Written, CredentialsProfileSyncStatus.StillValid, CredentialsProfileSyncStatus.StillValid],
            results.Select(result => result.Status));
        Assert.Equal(2, _fixture.Emulator.Calls.Count(EmulatorOperation.GetRoleCredentials));
    }

    [Fact]
    public async Task Keys_of_another_role_under_the_target_are_replaced_however_long_they_live()
    {
        _fixture.LogIn();
        await SyncAsync(new SyncCredentialsProfilesSettings { Roles = { Role("ReadOnly") }, TargetName = "keys" });

        IReadOnlyList<CredentialsProfileSyncResult> results =
            await SyncAsync(new SyncCredentialsProfilesSettings { Roles = { Role("Developer") }, TargetName = "keys" });

        Assert.Equal(CredentialsProfileSyncStatus.Written, Assert.Single(results).Status);
        Assert.Contains("x_sso_role_name = Developer", _fixture.CredentialsText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_target_is_named_by_the_pattern_and_the_rest_of_the_file_stays()
    {
        _fixture.LogIn();
        const string Kept = "# mine\n[legacy]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = kept\n";
        await File.WriteAllTextAsync(_fixture.CredentialsPath, Kept);

        IReadOnlyList<CredentialsProfileSyncResult> results =
            await SyncAsync(new SyncCredentialsProfilesSettings { Profiles = { "lab-00?" }, TargetName = "{profile}-keys" });

        Assert.Equal("lab-004-keys", results[4].TargetProfile);
        Assert.StartsWith(Kept, _fixture.CredentialsText(), StringComparison.Ordinal);
        Assert.Contains("[lab-004-keys]", _fixture.CredentialsText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roles_need_no_config_file()
    {
        File.Delete(_fixture.ConfigPath);
        _fixture.LogIn();

        IReadOnlyList<CredentialsProfileSyncResult> results =
            await SyncAsync(new SyncCredentialsProfilesSettings { Roles = { Role("Developer"), Role("ReadOnly") } });

        Assert.Equal([$"{Lab.Account(0)}-Developer", $"{Lab.Account(0)}-ReadOnly"], results.Select(result => result.TargetProfile));
    }

    [Fact]
    public async Task A_filter_syncs_the_roles_that_the_portal_lists()
    {
        _fixture.LogIn();

        IReadOnlyList<CredentialsProfileSyncResult> results = await SyncAsync(new SyncCredentialsProfilesSettings
        {
            RoleFilter = new SsoRoleFilter { Session = "corp", Accounts = { "Lab 1?", Lab.Account(2) }, Roles = { "Read*" }, Region = "eu-west-1" },
            TargetName = "{accountName}.{role}",
        });

        Assert.Equal(["Lab-2.ReadOnly", .. Enumerable.Range(10, 10).Select(i => $"Lab-{i}.ReadOnly")], results.Select(result => result.TargetProfile));
        Assert.All(results, result => Assert.Equal("eu-west-1", result.Credentials!.Region));
        Assert.Equal(11, _fixture.Emulator.Calls.Count(EmulatorOperation.ListAccountRoles));
    }

    [Fact]
    public async Task A_filter_lists_and_fetches_by_one_portal_and_one_token()
    {
        _fixture.LogIn();
        var services = new CountedPortals(ServicesLoader.Load());

        await new SyncFlow(_fixture.RoomsWith(services: services)).RunAsync(
            new SyncCredentialsProfilesSettings { RoleFilter = new SsoRoleFilter { Session = "corp", Accounts = { Lab.Account(0) } } },
            CancellationToken.None);

        Assert.Equal(1, services.Opened);
        Assert.Single(_fixture.Log.Informations, line => line.StartsWith("Access token acquired", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_role_that_is_named_and_found_is_synced_once()
    {
        _fixture.LogIn();

        IReadOnlyList<CredentialsProfileSyncResult> results = await SyncAsync(new SyncCredentialsProfilesSettings
        {
            Roles = { new SsoRole { AccountId = Lab.Account(0), RoleName = "ReadOnly", Session = "corp" } },
            RoleFilter = new SsoRoleFilter { Session = "corp", Accounts = { Lab.Account(0) } },
        });

        Assert.Equal(["ReadOnly", "Developer"], results.Select(result => result.RoleName));
    }

    [Fact]
    public async Task No_more_requests_than_allowed_are_under_way_at_the_same_time()
    {
        _fixture.LogIn();
        var services = new CountingServices();

        await new SyncFlow(_fixture.RoomsWith(services: services))
            .RunAsync(new SyncCredentialsProfilesSettings { Profiles = { "*" }, Concurrency = 4, RequestsPerSecond = 0 }, CancellationToken.None);

        Assert.Equal(30, services.Calls);
        Assert.InRange(services.MostAtOnce, 1, 4);
    }

    [Fact]
    public async Task The_log_ends_with_a_table_and_has_one_line_on_who_ignores_keys_beside_SSO_settings()
    {
        _fixture.LogIn();

        await SyncAsync("lab-000", "lab-001");

        List<string> lines = _fixture.Log.Informations;
        Assert.Matches("^profile +target +account +role +valid for$", lines[^3]);
        Assert.Matches($"^lab-000 +lab-000 +{Lab.Account(0)} +Developer +60 minutes +written$", lines[^2]);
        Assert.Matches($"^lab-001 +lab-001 +{Lab.Account(1)} +Developer +60 minutes +written$", lines[^1]);
        Assert.Single(lines, line => line.Contains("boto3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_long_batch_says_how_far_it_is()
    {
        _fixture.LogIn();
        var clock = new Tokens.TestClock { LongestPassingPause = TimeSpan.FromSeconds(1) };

        // On this clock each request waits its turn, but nobody has to wait for it.
        await new SyncFlow(_fixture.RoomsWith(time: clock, services: new CountingServices())).RunAsync(
            new SyncCredentialsProfilesSettings { Profiles = { "*" }, RequestsPerSecond = 1, Concurrency = 1 }, CancellationToken.None);

        Assert.InRange(_fixture.Log.Informations.Count(line => line.Contains(" of 30 temporary credentials asked for", StringComparison.Ordinal)), 4, 6);
    }

    [Fact]
    public async Task No_secret_reaches_the_log_or_a_result()
    {
        EmulatorToken token = _fixture.Emulator.IssueToken();
        token.WriteCacheFile(_fixture.TokenFolder, "corp", "eu-central-1");

        IReadOnlyList<CredentialsProfileSyncResult> results = await SyncAsync("lab-000", "lab-001");

        string[] secrets =
        [
            token.AccessToken, token.RefreshToken!, token.ClientSecret,
            .. results.SelectMany(result => new[] { result.Credentials!.SecretAccessKey, result.Credentials.SessionToken }),
        ];
        string[] shown = [.. _fixture.Log.All, .. results.Select(result => result.ToString())];
        Assert.All(secrets, secret => Assert.DoesNotContain(shown, line => line.Contains(secret, StringComparison.Ordinal)));
    }

    private static SsoRole Role(string name) => new()
    {
        AccountId = Lab.Account(0),
        RoleName = name,
        Session = "corp",
        StartUrl = "https://d-0123456789.awsapps.com/start",
        SsoRegion = "eu-central-1",
    };

    private Task<IReadOnlyList<CredentialsProfileSyncResult>> SyncAsync(params string[] profiles) =>
        SyncAsync(new SyncCredentialsProfilesSettings { Profiles = profiles });

    private Task<IReadOnlyList<CredentialsProfileSyncResult>> SyncAsync(SyncCredentialsProfilesSettings settings) =>
        new SyncFlow(_fixture.Rooms()).RunAsync(settings, CancellationToken.None);
}
