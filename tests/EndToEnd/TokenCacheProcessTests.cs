using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using EndToEnd.Support;
using IdentityCenterEmulator;
using Xunit.Abstractions;

namespace EndToEnd;

/// <summary>One token that many processes find due at the same instant.</summary>
[Collection(AloneGroup.Name)]
public sealed class TokenCacheProcessTests(ITestOutputHelper output) : IDisposable
{
    private const int Processes = 30;
    private const int ProfilesEach = 10;

    // How long the token still lives when a round begins (expired on the way, soon, so late that only we find it due), and how long
    // the next one will.
    private static readonly (int SecondsLeft, int Minutes)[] Rounds = [(1, 60), (60, 60), (240, 60), (1, 10), (60, 10), (240, 10)];

    private readonly AwsHome _home = new(Config(), credentials: null);

    private string StartSignal => Path.Combine(_home.Folder, "start");

    public void Dispose() => _home.Dispose();

    [Theory]
    [Trait("Case", "77")]
    [InlineData(RefreshTokenMode.Rotate)]
    [InlineData(RefreshTokenMode.Same)]
    public async Task Case_77_thirty_processes_with_ten_profiles_each_refresh_a_token_once_for_each_expiry(RefreshTokenMode mode)
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(Options(mode));
        string path = _home.LogIn(emulator);
        using var stop = new CancellationTokenSource();
        Task<int> reading = Task.Factory.StartNew(
            () => ReadThroughout(path, stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        Process[] workers = [.. Enumerable.Range(0, Processes).Select(_ => WorkerProcess.Start(
            _home, emulator, "generate-in-rounds", Text(ProfilesEach), Text(Rounds.Length), StartSignal))];
        try
        {
            for (int round = 0; round < Rounds.Length; round++)
            {
                foreach (Process worker in workers)
                {
                    await WorkerProcess.ReadyAsync(worker);
                }

                emulator.Calls.Reset();
                emulator.Faults.AccessTokenLifetime = TimeSpan.FromMinutes(Rounds[round].Minutes);
                TokenFile.MakeDue(path, TimeSpan.FromSeconds(Rounds[round].SecondsLeft));
                var watch = Stopwatch.StartNew();
                await File.WriteAllTextAsync(StartSignal + Text(round), "");
                foreach (Process worker in workers)
                {
                    await WorkerProcess.SaysAsync(worker, "keys");
                }

                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Rounds[round]}: {watch.Elapsed.TotalSeconds:0.0} s"));
                Assert.Equal(1, emulator.Calls.Count(EmulatorOperation.CreateToken));
                Assert.Equal(Processes * ProfilesEach, emulator.Calls.Recorded.Count(
                    call => call is { Operation: EmulatorOperation.GetRoleCredentials, Status: 200 }));
            }
        }
        finally
        {
            foreach (Process worker in workers)
            {
                worker.Kill();
                worker.Dispose();
            }

            await stop.CancelAsync();
        }

        Assert.True(await reading > 100, "The file was hardly read.");
        Assert.Equal([path], Directory.EnumerateFileSystemEntries(_home.TokenFolder));
    }

    [Fact]
    public async Task Five_processes_that_need_a_login_ask_one_person_once()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(new EmulatorOptions { PollInterval = TimeSpan.FromSeconds(1) });
        Process[] workers = [.. Enumerable.Range(0, 5).Select(_ => WorkerProcess.Start(_home, emulator, "login", "dev", "DeviceCode", "120"))];
        try
        {
            string[] firstLines = await Task.WhenAll(workers.Select(async worker => await worker.StandardOutput.ReadLineAsync() ?? "nothing"));
            Assert.Equal(4, firstLines.Count(line => line.EndsWith("waiting for that login.", StringComparison.Ordinal)));
            emulator.Approve(Assert.Single(emulator.PendingUserCodes));
            foreach (Process worker in workers)
            {
                string output = await worker.StandardOutput.ReadToEndAsync();
                await worker.WaitForExitAsync();
                Assert.True(worker.ExitCode == 0, output + await worker.StandardError.ReadToEndAsync());
            }
        }
        finally
        {
            foreach (Process worker in workers)
            {
                worker.Kill();
                worker.Dispose();
            }
        }

        Assert.Equal(1, emulator.Calls.Count(EmulatorOperation.StartDeviceAuthorization));
    }

    [Fact]
    public async Task A_process_that_is_killed_while_it_refreshes_leaves_the_old_token_and_holds_nobody_up()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync();
        string path = _home.LogIn(emulator);
        TokenFile.MakeDue(path, TimeSpan.FromMinutes(-1));
        byte[] before = await File.ReadAllBytesAsync(path);
        emulator.Faults.Set(EmulatorOperation.CreateToken, EmulatorFault.Delay(TimeSpan.FromMinutes(1)));
        using (Process worker = WorkerProcess.Start(_home, emulator, "generate", "dev"))
        {
            var waited = Stopwatch.StartNew();
            while (emulator.Calls.Count(EmulatorOperation.CreateToken) == 0)
            {
                Assert.True(waited.Elapsed < TimeSpan.FromMinutes(1) && !worker.HasExited, "It does not refresh.");
                await Task.Delay(10);
            }

            worker.Kill();
            await worker.WaitForExitAsync();
        }

        Assert.Equal(before, await File.ReadAllBytesAsync(path));
        emulator.Faults.ClearAll();
        ProcessResult next = await WorkerProcess.RunAsync(_home, emulator, "generate", "dev");
        Assert.True(next.ExitCode == 0, next.All);
        Assert.Equal(2, emulator.Calls.Count(EmulatorOperation.CreateToken));
    }

    private static EmulatorOptions Options(RefreshTokenMode mode)
    {
        var options = new EmulatorOptions { RefreshTokenMode = mode };
        options.Accounts.Add(new EmulatorAccount(
            "777788889999", "Many", "many@example.com", [.. Enumerable.Range(0, ProfilesEach).Select(i => "Role" + Text(i))]));
        return options;
    }

    private static string Config() => AwsHome.TypicalConfig + string.Concat(Enumerable.Range(0, ProfilesEach).Select(i => $"""
        [profile p{Text(i)}]
        sso_session = corp
        sso_account_id = 777788889999
        sso_role_name = Role{Text(i)}


        """));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads as another tool would, with no lock and no patience, and expects a token that can be used and refreshed every time.</summary>
    private static int ReadThroughout(string path, CancellationToken stop)
    {
        string[] members = ["startUrl", "region", "accessToken", "expiresAt", "clientId", "clientSecret", "registrationExpiresAt", "refreshToken"];
        int times = 0;
        for (; !stop.IsCancellationRequested; times++)
        {
            JsonObject token = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
            Assert.All(members, member => Assert.NotEmpty(token[member]!.GetValue<string>()));
            Assert.True(DateTimeOffset.TryParse(token["expiresAt"]!.GetValue<string>(), CultureInfo.InvariantCulture, out _));

            // Leaves the cores to the processes.
            Thread.Sleep(1);
        }

        return times;
    }
}
