using System.Text;
using AwsSsoCredentials.Files;

namespace AwsSsoCredentials.Tests.Files;

/// <summary>Faults and sudden ends at every single step of a write.</summary>
public sealed class InterruptedWriterTests : IDisposable
{
    private const string Old = "old content\n";
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, bool> Contents => new()
    {
        { "new\n", false },
        { "new content that is longer\n", false },
        { "new\n", true },
        { "new content that is longer\n", true },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Contents))]
    public void A_full_disk_at_any_step_is_said_clearly_and_leaves_the_old_or_the_new_content(string content, bool inPlace)
    {
        int steps = Count(content, inPlace);
        for (int step = 0; step < steps; step++)
        {
            string path = Prepare(inPlace);
            FaultyOperations faulty = FaultyOperations.FailingAt(step);
            Exception? error = Record.Exception(() => Write(path, content, faulty));
            string what = $"step {step}, {faulty.Steps[^1]}";
            if (error is not null)
            {
                Assert.True(error is SsoFileException && error.Message.Contains("the disk is full", StringComparison.Ordinal), $"{what}: {error}");
            }

            Assert.True(File.ReadAllText(path) is Old || File.ReadAllText(path) == content, what);
            Assert.True(error is not null || File.ReadAllText(path) == content, what);
            Write(path, "next\n", new FileOperations());
            Assert.Equal("next\n", File.ReadAllText(path));
            Assert.Equal(inPlace ? ["file", "second"] : ["file"], _folder.Names());
        }
    }

    [Theory]
    [MemberData(nameof(Contents))]
    public void A_writer_that_dies_at_any_step_leaves_the_old_or_the_new_content_after_the_next_lock(string content, bool inPlace)
    {
        int steps = Count(content, inPlace);
        for (int step = 0; step < steps; step++)
        {
            string path = Prepare(inPlace);

            // From one step on everything fails, cleaning up, too: as good as dead.
            var dying = new FaultyOperations((_, count) =>
            {
                if (count >= step)
                {
                    throw new IOException("dead", 5);
                }
            });
            Exception? error = Record.Exception(() => Write(path, content, dying));
            Assert.True(error is SsoFileException || File.ReadAllText(path) == content, $"step {step}, {dying.Steps[step]}: {error}");
            using (new SafeFiles().Lock(path, TimeSpan.FromSeconds(10)))
            {
                Assert.True(File.ReadAllText(path) is Old || File.ReadAllText(path) == content, $"step {step}, {dying.Steps[step]}");
                Assert.Equal(inPlace ? ["file", "second"] : ["file"], _folder.Names());
            }
        }
    }

    [UnixFact]
    public void A_half_written_file_is_finished_by_the_next_writer()
    {
        const string Content = "completely new, and longer\n";
        string path = Prepare(inPlace: true);
        int writes = 0;
        var dying = new FaultyOperations((step, _) =>
        {
            writes += step == "Write" ? 1 : 0;
            if (writes >= 4)
            {
                throw new IOException("dead", 5);
            }
        });
        var error = Assert.Throws<SsoFileException>(() => Write(path, Content, dying));
        Assert.Contains("half written", error.Message, StringComparison.Ordinal);
        Assert.StartsWith(Old, File.ReadAllText(path), StringComparison.Ordinal);
        Assert.NotEqual(Old, File.ReadAllText(path));
        Assert.All(Directory.GetFiles(_folder.Path, "*.new"), copy => Assert.Equal(UnixMode.Private, Modes.Of(copy)));
        new SafeFiles().Lock(path, TimeSpan.FromSeconds(10)).Dispose();
        Assert.Equal(Content, File.ReadAllText(path));
        Assert.Equal(["file", "second"], _folder.Names());
    }

    [UnixFact]
    public void What_somebody_wrote_since_is_not_undone_by_finishing()
    {
        string path = Prepare(inPlace: true);
        _folder.Write("file.0123456789abcdef.new", "half\n");
        _folder.Write("file.0123456789abcdef.old", Old);
        Modes.Set(_folder.At("file.0123456789abcdef.new"), UnixMode.Private);
        File.WriteAllText(path, "theirs\n");
        new SafeFiles().Lock(path, TimeSpan.FromSeconds(10)).Dispose();
        Assert.Equal("theirs\n", File.ReadAllText(path));
        Assert.Equal(["file", "second"], _folder.Names());
    }

    [UnixFact]
    public void A_copy_that_others_could_have_planted_is_not_used()
    {
        string path = Prepare(inPlace: false);
        _folder.Write("file.0123456789abcdef.new", "planted\n");
        _folder.Write("file.0123456789abcdef.old", Old);
        Modes.Set(_folder.At("file.0123456789abcdef.new"), UnixMode.Private | UnixFileMode.OtherWrite);
        new SafeFiles().Lock(path, TimeSpan.FromSeconds(10)).Dispose();
        Assert.Equal(Old, File.ReadAllText(path));
    }

    [Fact]
    public void Only_what_dead_writers_of_this_file_left_is_removed()
    {
        string path = Prepare(inPlace: false);
        string[] others = ["file.tmp", "file.0123456789ABCDEF.tmp", "file.0123456789abcdef.bak", "other.0123456789abcdef.tmp"];
        Array.ForEach(others, name => _folder.Write(name, "theirs"));
        _folder.Write("file.0123456789abcdef.tmp", "keys");
        new SafeFiles().Lock(path, TimeSpan.FromSeconds(10)).Dispose();
        Assert.Equal([.. others.Append("file").Order(StringComparer.Ordinal)], _folder.Names());
    }

    private int Count(string content, bool inPlace)
    {
        var counting = new FaultyOperations((_, _) => { });
        Write(Prepare(inPlace), content, counting);
        return counting.Steps.Count;
    }

    private string Prepare(bool inPlace)
    {
        string path = _folder.Write("file", Old);
        if (inPlace && !OperatingSystem.IsWindows() && !File.Exists(_folder.At("second")))
        {
            HardLink.Create(path, _folder.At("second"));
        }

        return path;
    }

    private static void Write(string path, string content, IFileOperations operations)
    {
        var files = new SafeFiles(operations, TimeProvider.System);
        using FileLock taken = files.Lock(path, TimeSpan.FromSeconds(10));
        FileSnapshot snapshot = files.ReadSnapshot(path);
        Assert.True(files.TryReplace(path, Encoding.UTF8.GetBytes(content), snapshot));
    }
}
