using System.Diagnostics;
using Cake.AwsSsoCredentials.Files;

namespace Cake.AwsSsoCredentials.Tests.Files;

public sealed class FileLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_held_lock_times_out_with_a_message_that_names_it()
    {
        var time = new FakeTime();
        var files = new SafeFiles(new FileOperations(), time);
        using FileLock held = files.Lock(_folder.At("file"), TimeSpan.Zero);
        var error = Assert.Throws<SsoFileException>(() => files.Lock(_folder.At("file"), TimeSpan.FromSeconds(30)));
        Assert.Contains(_folder.At("file.lock"), error.Message, StringComparison.Ordinal);
        Assert.Contains("30 s", error.Message, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(30), time.Waited);
    }

    [Fact]
    public async Task Waiting_can_be_cancelled()
    {
        var files = new SafeFiles();
        using FileLock held = files.Lock(_folder.At("file"), TimeSpan.Zero);
        using var source = new CancellationTokenSource();
        Task<FileLock> waiting = files.LockAsync(_folder.At("file"), TimeSpan.FromMinutes(5), source.Token);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public void A_lock_given_back_can_be_taken_again_and_its_file_stays()
    {
        var files = new SafeFiles();
        files.Lock(_folder.At("file"), TimeSpan.Zero).Dispose();
        Assert.True(File.Exists(_folder.At("file.lock")));
        files.Lock(_folder.At("file"), TimeSpan.Zero).Dispose();
    }

    [Fact]
    public void Writers_at_the_same_time_lose_nothing()
    {
        string path = _folder.Write("file", "");
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, writer =>
        {
            var files = new SafeFiles();
            for (int i = 0; i < 10; i++)
            {
                using FileLock taken = files.Lock(path, TimeSpan.FromMinutes(2));
                files.Replace(path, [.. files.TryRead(path)!, (byte)('a' + writer)]);
            }
        });
        Assert.All(File.ReadAllText(path).GroupBy(writer => writer), group => Assert.Equal(10, group.Count()));
        Assert.Equal(80, File.ReadAllText(path).Length);
    }

    [UnixFact]
    public void A_lock_file_deleted_while_it_is_taken_lets_nobody_in_twice()
    {
        bool first = true;
        var operations = new FaultyOperations((step, _) =>
        {
            if (step == "GetStatusOfHandle" && first)
            {
                first = false;
                File.Delete(_folder.At("file.lock"));
            }
        });
        using FileLock taken = new SafeFiles(operations, TimeProvider.System).Lock(_folder.At("file"), TimeSpan.FromSeconds(10));
        Assert.Equal(2, operations.Steps.Count(step => step == "TryOpenLock"));
        Assert.Throws<SsoFileException>(() => new SafeFiles().Lock(_folder.At("file"), TimeSpan.Zero));
    }

    [UnixFact]
    public void A_lock_is_open_to_whoever_may_write_the_file()
    {
        string path = _folder.Write("file", "");
        var files = new SafeFiles();
        files.Lock(path, TimeSpan.Zero).Dispose();
        Assert.Equal(UnixMode.Private, Modes.Of(path + ".lock"));
        const UnixFileMode Shared = UnixMode.Private | UnixFileMode.GroupRead | UnixFileMode.GroupWrite;
        Modes.Set(path, Shared);
        files.Lock(path, TimeSpan.Zero).Dispose();
        Assert.Equal(Shared, Modes.Of(path + ".lock"));
    }

    [UnixFact]
    public void A_link_in_place_of_the_lock_file_gets_no_other_mode()
    {
        string path = _folder.Write("file", "");
        Modes.Set(path, UnixMode.Private | UnixFileMode.OtherRead | UnixFileMode.OtherWrite);
        string trap = _folder.Write("trap", "");
        Modes.Set(trap, UnixMode.Private);
        File.CreateSymbolicLink(path + ".lock", trap);
        new SafeFiles().Lock(path, TimeSpan.Zero).Dispose();
        Assert.Equal(UnixMode.Private, Modes.Of(trap));
    }

    [UnixFact(NeedsRoot = true)]
    public void A_lock_held_by_a_killed_process_is_free()
    {
        string path = _folder.Write("file", "");
        var files = new SafeFiles();
        files.Lock(path, TimeSpan.Zero).Dispose();
        using Process holder = Process.Start(new ProcessStartInfo("flock", [path + ".lock", "sh", "-c", "echo held; exec sleep 600"]) { RedirectStandardOutput = true })!;
        Assert.Equal("held", holder.StandardOutput.ReadLine());
        Assert.Throws<SsoFileException>(() => files.Lock(path, TimeSpan.Zero));
        holder.Kill(entireProcessTree: true);
        holder.WaitForExit();
        files.Lock(path, TimeSpan.FromSeconds(30)).Dispose();
    }
}
