using System.Diagnostics;
using AwsSsoCredentials.Files;
using AwsSsoCredentials.Files.Native;
using Microsoft.Win32.SafeHandles;

namespace AwsSsoCredentials.Tests.Files;

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
        Assert.Equal(2, operations.Steps.Count(step => step == "OpenLock"));
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

    [UnixFact]
    public void A_lock_file_that_is_a_link_to_nothing_says_so()
    {
        string path = _folder.Write("credentials", "");
        File.CreateSymbolicLink(path + ".lock", _folder.At("gone"));

        var error = Assert.Throws<SsoFileException>(() => new SafeFiles().Lock(path, TimeSpan.Zero));

        Assert.Contains($"{path}.lock: it is a link to {_folder.At("gone")}, where there is nothing; remove the link", error.Message, StringComparison.Ordinal);
    }

    [UnixFact]
    public void A_lock_file_that_somebody_locks_while_it_is_being_created_is_no_error()
    {
        var files = new SafeFiles();
        for (int round = 0; round < 300; round++)
        {
            string path = _folder.At(FormattableString.Invariant($"file{round}"));
            using var stop = new ManualResetEventSlim();
            var other = new Thread(() => LockAsSoonAsItIsThere(path + ".lock", stop));
            other.Start();
            files.Lock(path, TimeSpan.FromSeconds(30)).Dispose();
            stop.Set();
            other.Join();
        }
    }

    [UnixFact]
    public void A_lock_whose_file_somebody_deleted_or_replaced_is_not_held_any_more()
    {
        var files = new SafeFiles();
        using FileLock taken = files.Lock(_folder.At("file"), TimeSpan.Zero);
        Assert.True(files.IsHeld(taken));
        File.Delete(taken.LockPath);
        Assert.False(files.IsHeld(taken));
        using FileLock others = files.Lock(_folder.At("file"), TimeSpan.Zero);
        Assert.False(files.IsHeld(taken));
        Assert.True(files.IsHeld(others));
    }

    [UnixFact(NeedsCommand = "sleep")]
    public void A_child_process_started_meanwhile_does_not_keep_the_lock()
    {
        var files = new SafeFiles();
        FileLock taken = files.Lock(_folder.At("file"), TimeSpan.Zero);
        using Process child = Process.Start("sleep", "600");
        try
        {
            taken.Dispose();
            files.Lock(_folder.At("file"), TimeSpan.Zero).Dispose();
            Assert.False(child.HasExited);
        }
        finally
        {
            child.Kill();
            child.WaitForExit();
        }
    }

    [UnixFact(NeedsCommand = "flock")]
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

    private static void LockAsSoonAsItIsThere(string path, ManualResetEventSlim stop)
    {
        while (!stop.IsSet)
        {
            int file = UnixNative.Open(path, UnixNative.OpenReadWrite | UnixNative.CloseOnExecute);
            if (file >= 0)
            {
                using var handle = new SafeFileHandle(file, ownsHandle: true);
                _ = UnixNative.Lock(handle, UnixNative.LockExclusive | UnixNative.LockNonBlocking);
                return;
            }
        }
    }
}
