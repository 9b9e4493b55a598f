using System.Diagnostics;
using EndToEnd.Support;
using IdentityCenterEmulator;

namespace EndToEnd;

/// <summary>The folder of the tokens, which some tools read entry by entry while our processes work on it.</summary>
[Collection(AloneGroup.Name)]
public sealed class TokenFolderTests : IAsyncLifetime, IDisposable
{
    private readonly AwsHome _home = new();
    private EmulatorServer _emulator = null!;

    public async Task InitializeAsync() =>
        _emulator = await EmulatorServer.StartAsync(new EmulatorOptions { PollInterval = TimeSpan.FromSeconds(1) });

    public async Task DisposeAsync() => await _emulator.DisposeAsync();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_login_that_waits_for_its_person_and_then_ends_leaves_a_JSON_object_at_every_instant()
    {
        await using var watch = new FolderWatch(_home.TokenFolder);
        using Process worker = WorkerProcess.Start(_home, _emulator, "login", "dev", "DeviceCode", "120");
        await UntilAsync(worker, () => _emulator.PendingUserCodes.Count == 1);
        await watch.SeeAsync();
        Assert.Null(watch.FindAccessToken());
        _emulator.Approve(_emulator.PendingUserCodes[0]);
        await worker.StandardOutput.ReadToEndAsync();
        await worker.WaitForExitAsync();
        Assert.Equal(0, worker.ExitCode);
        Assert.NotNull(watch.FindAccessToken());
        await AssertNoOffenceAsync(watch);
    }

    [Fact]
    public async Task A_refresh_leaves_a_JSON_object_at_every_instant_and_the_new_token_after_it()
    {
        string path = _home.LogIn(_emulator);
        await using var watch = new FolderWatch(_home.TokenFolder);
        string? old = watch.FindAccessToken();
        for (int i = 0; i < 5; i++)
        {
            TokenFile.MakeDue(path, TimeSpan.FromSeconds(30));
            ProcessResult result = await WorkerProcess.RunAsync(_home, _emulator, "generate", "dev");
            Assert.True(result.ExitCode == 0, result.All);
            Assert.NotEqual(old, old = watch.FindAccessToken());
        }

        await AssertNoOffenceAsync(watch);
    }

    [Fact]
    public async Task A_killed_refresh_leaves_a_JSON_object_at_every_instant_and_the_old_token()
    {
        string path = _home.LogIn(_emulator);
        await using var watch = new FolderWatch(_home.TokenFolder);
        string? old = watch.FindAccessToken();
        TokenFile.MakeDue(path, TimeSpan.FromSeconds(30));
        _emulator.Faults.Set(EmulatorOperation.CreateToken, EmulatorFault.Delay(TimeSpan.FromMinutes(1)));
        using Process worker = WorkerProcess.Start(_home, _emulator, "generate", "dev");
        await UntilAsync(worker, () => _emulator.Calls.Count(EmulatorOperation.CreateToken) > 0);
        await watch.SeeAsync();
        worker.Kill();
        await worker.WaitForExitAsync();
        Assert.Equal(old, watch.FindAccessToken());
        await AssertNoOffenceAsync(watch);
    }

    [Fact]
    public async Task A_clear_leaves_a_JSON_object_at_every_instant_and_no_token()
    {
        _home.LogIn(_emulator);
        await using var watch = new FolderWatch(_home.TokenFolder);
        ProcessResult result = await WorkerProcess.RunAsync(_home, _emulator, "clear");
        Assert.True(result.ExitCode == 0, result.All);
        Assert.Null(watch.FindAccessToken());
        await AssertNoOffenceAsync(watch);
    }

    private static async Task AssertNoOffenceAsync(FolderWatch watch)
    {
        await watch.SeeAsync();
        Assert.Empty(watch.Offences);
    }

    private static async Task UntilAsync(Process worker, Func<bool> isSo)
    {
        var waited = Stopwatch.StartNew();
        while (!isSo())
        {
            Assert.True(waited.Elapsed < TimeSpan.FromMinutes(1) && !worker.HasExited, "It did not come so far.");
            await Task.Delay(10);
        }
    }
}
