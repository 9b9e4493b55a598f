using AwsSsoCredentials.Flows;
using AwsSsoCredentials.Flows.Sync;
using AwsSsoCredentials.Tests.Support;
using AwsSsoCredentials.Tests.Tokens;
using IdentityCenterEmulator;

namespace AwsSsoCredentials.Tests.Flows.Sync;

public sealed class SyncFailureTests : IAsyncLifetime
{
    private readonly FlowFixture _fixture = Lab.Fixture(100);

    public Task InitializeAsync() => _fixture.InitializeAsync();

    public Task DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task A_role_that_is_denied_among_100_fails_alone()
    {
        _fixture.LogIn();
        _fixture.Emulator.Faults.DenyRole(Lab.Account(42), "Developer");

        SsoSyncException error = await FailAsync(Unpaced("*"));

        Assert.Equal(99, error.Results.Count(result => result.Status == CredentialsProfileSyncStatus.Written));
        CredentialsProfileSyncResult failed = error.Results[42];
        Assert.Equal(CredentialsProfileSyncStatus.Failed, failed.Status);
        Assert.IsType<SsoAccessDeniedException>(failed.Error);
        Assert.Null(failed.Credentials);
        Assert.StartsWith("1 of 100 profiles failed: lab-042: Role 'Developer' is not assigned to you", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        Assert.Equal(99, Sections());
        Assert.DoesNotContain("[lab-042]", _fixture.CredentialsText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_stop_at_the_first_failure_leaves_the_others_alone_and_writes_what_there_is()
    {
        _fixture.LogIn();
        _fixture.Emulator.Faults.DenyRole(Lab.Account(2), "Developer");
        SyncCredentialsProfilesSettings settings = OneByOne("lab-00?");
        settings.ContinueOnError = false;

        SsoSyncException error = await FailAsync(settings);

        Assert.Equal(
            [.. Statuses(CredentialsProfileSyncStatus.Written, 2), CredentialsProfileSyncStatus.Failed, .. Statuses(CredentialsProfileSyncStatus.NotRun, 7)],
            error.Results.Select(result => result.Status));
        Assert.Equal(3, _fixture.Emulator.Calls.Count(EmulatorOperation.GetRoleCredentials));
        Assert.Contains("7 did not have their turn", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, Sections());
    }

    [Fact]
    public async Task To_stop_at_the_first_failure_asks_nobody_where_a_profile_is_misspelt()
    {
        _fixture.LogIn();
        SyncCredentialsProfilesSettings settings = Unpaced("lab-000", "lab-x");
        settings.ContinueOnError = false;

        SsoSyncException error = await FailAsync(settings);

        Assert.IsType<SsoConfigurationException>(error.InnerException);
        Assert.Equal(0, _fixture.Emulator.Calls.Total);
    }

    [Fact]
    public async Task Misspelt_profiles_and_patterns_fail_alone_each_with_its_name()
    {
        _fixture.LogIn();

        SsoSyncException error = await FailAsync(Unpaced("lab-0000", "lab-001", "prod*"));

        Assert.Equal(["lab-0000", "lab-001", "prod*"], error.Results.Select(result => result.Profile));
        Assert.StartsWith("2 of 3 profiles failed: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'lab-000'?", error.Message, StringComparison.Ordinal);
        Assert.Contains("matches 'prod*'", error.Message, StringComparison.Ordinal);
        Assert.Equal(CredentialsProfileSyncStatus.Written, error.Results[1].Status);
    }

    [Fact]
    public async Task Without_a_token_one_reason_stands_for_all_and_nothing_is_called()
    {
        SsoSyncException error = await FailAsync(Unpaced("*"));

        Assert.StartsWith("100 of 100 profiles failed: lab-000, lab-001 and 98 more: Nobody is logged in", error.Message, StringComparison.Ordinal);
        Assert.Contains("aws sso login --sso-session corp", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, _fixture.Emulator.Calls.Total);
        Assert.False(File.Exists(_fixture.CredentialsPath));
    }

    [Fact]
    public async Task More_reasons_than_a_line_holds_stand_above_it_one_by_one()
    {
        _fixture.LogIn();

        SsoSyncException error = await FailAsync(Unpaced("lab-000", "a", "b", "c", "d", "e", "f", "g"));

        Assert.StartsWith("7 of 8 profiles failed: a: ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("and 2 more reasons, see the warnings above.", error.Message, StringComparison.Ordinal);
        Assert.Equal(["a", "b", "c", "d", "e", "f", "g"], _fixture.Log.Warnings.Select(line => line.Split(':')[0]));
        Assert.Matches("^g +- +- +- +- +failed$", _fixture.Log.Informations[^1]);
    }

    [Fact]
    public async Task A_token_that_is_revoked_for_good_costs_no_request_for_each_profile()
    {
        EmulatorToken token = _fixture.Emulator.IssueToken(refreshable: false);
        token.WriteCacheFile(_fixture.TokenFolder, "corp", "eu-central-1");
        _fixture.Emulator.RevokeAccessToken(token.AccessToken);

        SsoSyncException error = await FailAsync(Unpaced("*"));

        Assert.All(error.Results, result => Assert.IsType<SsoLoginRequiredException>(result.Error));
        Assert.InRange(_fixture.Emulator.Calls.Count(EmulatorOperation.GetRoleCredentials), 1, 8);
    }

    [Fact]
    public async Task A_portal_that_refuses_every_token_costs_one_refresh()
    {
        _fixture.LogIn();
        _fixture.Emulator.Faults.Set(EmulatorOperation.GetRoleCredentials, EmulatorFault.Status(401, "UnauthorizedException"));

        SsoSyncException error = await FailAsync(OneByOne("*"));

        Assert.All(error.Results, result => Assert.IsType<SsoLoginRequiredException>(result.Error));
        Assert.Equal(1, _fixture.Emulator.Calls.Count(EmulatorOperation.CreateToken));
        Assert.Equal(2, _fixture.Emulator.Calls.Count(EmulatorOperation.GetRoleCredentials));
    }

    [Fact]
    public async Task A_role_whose_request_always_fails_stops_no_other()
    {
        _fixture.LogIn();
        _fixture.Emulator.Faults.Set(EmulatorOperation.GetRoleCredentials, EmulatorFault.Status(500, "InternalServerException") with { Times = 12 });

        SsoSyncException error = await FailAsync(OneByOne("lab-00?"), Clock());

        Assert.Equal(
            [.. Statuses(CredentialsProfileSyncStatus.Failed, 4), .. Statuses(CredentialsProfileSyncStatus.Written, 6)],
            error.Results.Select(result => result.Status));
    }

    [Fact]
    public async Task A_longer_pause_than_the_batch_has_time_for_ends_it_as_throttled()
    {
        _fixture.LogIn();
        _fixture.Emulator.Faults.Set(
            EmulatorOperation.GetRoleCredentials, EmulatorFault.Status(429, "TooManyRequestsException") with { RetryAfter = 3600 });

        SsoSyncException error = await FailAsync(Unpaced("*"));

        Assert.All(error.Results, result => Assert.IsType<SsoThrottledException>(result.Error));
        Assert.InRange(_fixture.Emulator.Calls.Count(EmulatorOperation.GetRoleCredentials), 1, 8);
    }

    [Fact]
    public async Task Whatever_goes_wrong_the_keys_that_were_obtained_are_written()
    {
        _fixture.LogIn();
        var services = new CountingServices(failsFor: Lab.Account(5));

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => new SyncFlow(_fixture.RoomsWith(services: services)).RunAsync(OneByOne("lab-00?"), CancellationToken.None));

        Assert.Equal(5, Sections());
    }

    [Fact]
    public async Task Dropped_connections_make_no_storm()
    {
        _fixture.LogIn();
        _fixture.Emulator.Faults.Set(EmulatorOperation.GetRoleCredentials, EmulatorFault.Drop());

        SsoSyncException error = await FailAsync(Unpaced("*"), Clock());

        // Three attempts for each of the eight that were under way, and for those that began before three had failed.
        Assert.InRange(_fixture.Emulator.Calls.Count(EmulatorOperation.GetRoleCredentials), 9, 3 * 16);
        Assert.All(error.Results, result => Assert.IsType<SsoServiceException>(result.Error));
        Assert.Contains("profile 'lab-099'", error.Results[99].Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_that_passes_costs_the_profiles_that_met_it_and_no_others()
    {
        _fixture.LogIn();
        _fixture.Emulator.Faults.Set(EmulatorOperation.GetRoleCredentials, EmulatorFault.Drop() with { Times = 6 });

        SsoSyncException error = await FailAsync(OneByOne("lab-00?"), Clock());

        Assert.Equal(
            [.. Statuses(CredentialsProfileSyncStatus.Failed, 2), .. Statuses(CredentialsProfileSyncStatus.Written, 8)],
            error.Results.Select(result => result.Status));
    }

    [Fact]
    public async Task A_single_dropped_connection_is_repeated()
    {
        _fixture.LogIn();
        _fixture.Emulator.Faults.Set(EmulatorOperation.GetRoleCredentials, EmulatorFault.Drop() with { Times = 1 });

        IReadOnlyList<CredentialsProfileSyncResult> results = await SyncAsync(Unpaced("lab-00?"), Clock());

        Assert.All(results, result => Assert.Equal(CredentialsProfileSyncStatus.Written, result.Status));
        Assert.Equal(11, _fixture.Emulator.Calls.Count(EmulatorOperation.GetRoleCredentials));
    }

    [Fact]
    [Trait("Case", "89")]
    public async Task Case_89_A_storm_of_429_passes_without_losing_a_profile()
    {
        _fixture.LogIn();
        _fixture.Emulator.Faults.Set(
            EmulatorOperation.GetRoleCredentials, EmulatorFault.Status(429, "TooManyRequestsException") with { Times = 15 });
        IReadOnlyList<CredentialsProfileSyncResult> results = await SyncAsync(OneByOne("lab-00?"), Clock());

        Assert.All(results, result => Assert.Equal(CredentialsProfileSyncStatus.Written, result.Status));
        Assert.Equal(25, _fixture.Emulator.Calls.Count(EmulatorOperation.GetRoleCredentials));
    }

    [Fact]
    [Trait("Case", "89")]
    public async Task Case_89_A_storm_of_429_that_does_not_pass_ends_as_such()
    {
        _fixture.LogIn();
        _fixture.Emulator.Faults.Set(EmulatorOperation.GetRoleCredentials, EmulatorFault.Status(429, "TooManyRequestsException"));
        SsoSyncException error = await FailAsync(OneByOne("*"), Clock());

        Assert.All(error.Results, result => Assert.IsType<SsoThrottledException>(result.Error));
        Assert.Equal(3 * 20, _fixture.Emulator.Calls.Count(EmulatorOperation.GetRoleCredentials));
    }

    [Fact]
    public async Task Cancelled_in_the_middle_the_file_holds_all_that_was_finished_and_is_whole()
    {
        _fixture.LogIn();
        var services = new CountingServices(hangsFor: Lab.Account(7));
        using var stop = new CancellationTokenSource();

        Task<IReadOnlyList<CredentialsProfileSyncResult>> syncing =
            new SyncFlow(_fixture.RoomsWith(services: services)).RunAsync(OneByOne("lab-00?"), stop.Token);
        await services.Hanging;
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => syncing);
        Assert.Equal(7, Sections());
        Assert.Matches($"x_sso_access_key_id = ASIA{Lab.Account(6)}\nx_sso_digest = [0-9a-f]{{32}}\n\\z", _fixture.CredentialsText());
    }

    [Fact]
    public async Task At_the_deadline_what_is_finished_is_written_and_the_rest_failed()
    {
        _fixture.LogIn();
        var services = new CountingServices(hangsFor: Lab.Account(7));
        var clock = new TestClock { PausesPassAtOnce = false };
        SyncCredentialsProfilesSettings settings = OneByOne("lab-00?");
        settings.Timeout = TimeSpan.FromMinutes(3);

        Task<IReadOnlyList<CredentialsProfileSyncResult>> syncing =
            new SyncFlow(_fixture.RoomsWith(clock, services)).RunAsync(settings, CancellationToken.None);
        await services.Hanging;
        clock.Advance(TimeSpan.FromMinutes(3));

        var error = await Assert.ThrowsAsync<SsoSyncException>(() => syncing);
        Assert.Equal(
            [.. Statuses(CredentialsProfileSyncStatus.Written, 7), .. Statuses(CredentialsProfileSyncStatus.Failed, 3)],
            error.Results.Select(result => result.Status));
        Assert.Contains("not done within 3 minutes: raise Timeout", Assert.IsType<SsoServiceException>(error.Results[7].Error).Message, StringComparison.Ordinal);
        Assert.Equal(7, Sections());
    }

    [Fact]
    public async Task A_connection_that_hangs_is_given_up_and_the_request_repeated()
    {
        _fixture.LogIn();
        _fixture.Emulator.Faults.Set(EmulatorOperation.GetRoleCredentials, EmulatorFault.Hang() with { Times = 1 });
        TestClock clock = Clock();

        Task<IReadOnlyList<CredentialsProfileSyncResult>> syncing = SyncAsync(OneByOne("lab-00?"), clock);
        var waited = System.Diagnostics.Stopwatch.StartNew();
        while (_fixture.Emulator.Calls.Count(EmulatorOperation.GetRoleCredentials) == 0)
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(30), "Nobody is asked.");
            await Task.Delay(10);
        }

        clock.Advance(TimeSpan.FromSeconds(30));

        Assert.All(await syncing, result => Assert.Equal(CredentialsProfileSyncStatus.Written, result.Status));
        Assert.Equal(11, _fixture.Emulator.Calls.Count(EmulatorOperation.GetRoleCredentials));
    }

    [Fact]
    [Trait("Case", "101")]
    public async Task Case_101_Long_lived_keys_under_a_target_are_refused_before_anybody_is_asked()
    {
        _fixture.LogIn();
        const string Kept = "[lab-001]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = kept\n";
        await File.WriteAllTextAsync(_fixture.CredentialsPath, Kept);

        SsoSyncException error = await FailAsync(Unpaced("lab-000", "lab-001"));

        Assert.Contains("holds long-lived keys", error.Results[1].Error!.Message, StringComparison.Ordinal);
        Assert.Equal(CredentialsProfileSyncStatus.Written, error.Results[0].Status);
        Assert.StartsWith(Kept, _fixture.CredentialsText(), StringComparison.Ordinal);
        Assert.Equal(1, _fixture.Emulator.Calls.Count(EmulatorOperation.GetRoleCredentials));
    }

    [Fact]
    public async Task Two_profiles_for_one_target_both_fail_and_neither_is_asked_for()
    {
        _fixture.LogIn();
        SyncCredentialsProfilesSettings settings = Unpaced("lab-000", "lab-001");
        settings.TargetName = "{role}";

        SsoSyncException error = await FailAsync(settings);

        Assert.Equal(2, error.Results.Count);
        Assert.All(error.Results, result => Assert.Contains(
            "lab-000 and lab-001 would both be written to the credentials profile [Developer]", result.Error!.Message, StringComparison.Ordinal));
        Assert.False(File.Exists(_fixture.CredentialsPath));
        Assert.Equal(0, _fixture.Emulator.Calls.Total);
    }

    [Fact]
    public async Task Credentials_that_live_shorter_than_asked_for_are_not_written()
    {
        _fixture.LogIn();
        SyncCredentialsProfilesSettings settings = Unpaced("lab-000");
        settings.MinimumLifetime = TimeSpan.FromHours(2);

        SsoSyncException error = await FailAsync(settings);

        Assert.Contains("MinimumLifetime asks for 120", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_fixture.CredentialsPath));
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_fails_all_that_were_to_be_written()
    {
        _fixture.LogIn();
        var operations = new Files.FaultyOperations((step, _) =>
        {
            if (step == "Rename")
            {
                throw new IOException("No space left on device", 28);
            }
        });

        var error = await Assert.ThrowsAsync<SsoSyncException>(
            () => new SyncFlow(_fixture.RoomsWith(files: operations)).RunAsync(Unpaced("lab-000", "lab-001"), CancellationToken.None));

        Assert.All(error.Results, result => Assert.IsType<SsoFileException>(result.Error));
        Assert.StartsWith("2 of 2 profiles failed: lab-000, lab-001: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_setting_of_one_profile_that_cannot_be_used_fails_that_profile()
    {
        _fixture.LogIn();
        await File.AppendAllTextAsync(_fixture.ConfigPath, "services = nowhere\n");
        var rooms = new FlowRooms(
            new AwsSsoCredentials.Machine.AwsEnvironment(
                new Dictionary<string, string> { ["HOME"] = _fixture.Home }, OperatingSystem.IsWindows()),
            _fixture.Log,
            services: () => new CountingServices());

        var error = await Assert.ThrowsAsync<SsoSyncException>(() => new SyncFlow(rooms).RunAsync(Unpaced("lab-098", "lab-099"), CancellationToken.None));

        Assert.Equal(CredentialsProfileSyncStatus.Written, error.Results[0].Status);
        Assert.Contains("[services nowhere]", error.Results[1].Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_that_nothing_passes_is_an_error()
    {
        _fixture.LogIn();

        var error = await Assert.ThrowsAsync<SsoConfigurationException>(() => SyncAsync(new SyncCredentialsProfilesSettings
        {
            RoleFilter = new SsoRoleFilter { Session = "corp", Accounts = { "prod*" } },
        }));

        Assert.Contains("RoleFilter", error.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, Action<SyncCredentialsProfilesSettings>> Unusable => new()
    {
        { "nothing to sync", settings => settings.Profiles = [] },
        { "blank name", settings => settings.Profiles = [" "] },
        { "Concurrency", settings => settings.Concurrency = 0 },
        { "RequestsPerSecond", settings => settings.RequestsPerSecond = -1 },
        { "RequestsPerSecond", settings => settings.RequestsPerSecond = double.NaN },
        { "Timeout", settings => settings.Timeout = TimeSpan.Zero },
        { "MinimumLifetime", settings => settings.MinimumLifetime = TimeSpan.FromMinutes(-1) },
        { "MinimumLifetime", settings => settings.MinimumLifetime = TimeSpan.MaxValue },
        { "Roles holds a null", settings => settings.Roles = [null!] },
        { "RoleFilter", settings => settings.RoleFilter = new SsoRoleFilter { Session = "corp", Accounts = null! } },
        { "TargetName", settings => settings.TargetName = "{nobody}" },
        { "must not be null", settings => settings.Profiles = null! },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public async Task Settings_that_cannot_be_meant_are_an_error_that_names_them(string expected, Action<SyncCredentialsProfilesSettings> change)
    {
        _fixture.LogIn();
        SyncCredentialsProfilesSettings settings = Unpaced("lab-000");
        change(settings);

        var error = await Assert.ThrowsAsync<SsoConfigurationException>(() => SyncAsync(settings));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Equal(0, _fixture.Emulator.Calls.Total);
    }

    private static SyncCredentialsProfilesSettings Unpaced(params string[] profiles) => new() { Profiles = [.. profiles], RequestsPerSecond = 0 };

    private static SyncCredentialsProfilesSettings OneByOne(params string[] profiles) =>
        new() { Profiles = [.. profiles], RequestsPerSecond = 0, Concurrency = 1 };

    // Pauses of repetitions pass at once, time limits do not.
    private static TestClock Clock() => new() { LongestPassingPause = TimeSpan.FromSeconds(6) };

    private static IEnumerable<CredentialsProfileSyncStatus> Statuses(CredentialsProfileSyncStatus status, int count) => Enumerable.Repeat(status, count);

    private Task<IReadOnlyList<CredentialsProfileSyncResult>> SyncAsync(SyncCredentialsProfilesSettings settings, TimeProvider? clock = null) =>
        new SyncFlow(_fixture.RoomsWith(clock)).RunAsync(settings, CancellationToken.None);

    private Task<SsoSyncException> FailAsync(SyncCredentialsProfilesSettings settings, TimeProvider? clock = null) =>
        Assert.ThrowsAsync<SsoSyncException>(() => SyncAsync(settings, clock));

    private int Sections() => _fixture.CredentialsText().Split('\n').Count(line => line.StartsWith('['));
}
