using System.Text;
using AwsSsoCredentials.Files;

namespace AwsSsoCredentials.Tests.Files;

/// <summary>A folder whose readers open whatever they find there: nothing of ours but finished files may stand in it.</summary>
public sealed class CleanFolderTests : IDisposable
{
    private const string Old = "old content\n";
    private readonly TemporaryFolder _folder = new();
    private readonly List<IDisposable> _others = [];

    public CleanFolderTests() => Directory.CreateDirectory(Clean);

    public static TheoryData<string?, string> Writes => new()
    {
        { null, "first\n" },
        { Old, "new\n" },
        { Old, "new content that is longer\n" },
    };

    private string Clean => _folder.At("clean");

    private string File => _folder.At("clean", "file");

    public void Dispose()
    {
        _others.ForEach(other => other.Dispose());
        _folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public void At_every_step_only_the_old_or_the_new_content_stands_there(string? before, string content)
    {
        Prepare(before);
        var watching = new FaultyOperations((step, _) => AssertFinished(step, before, content));
        Write(content, watching);
        AssertFinished("the end", content);
        Assert.Equal([Path.Combine("clean", "file")], _folder.Names());
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public void A_writer_that_dies_at_any_step_leaves_nothing_but_finished_files_there(string? before, string content)
    {
        int steps = Count(before, content);
        for (int step = 0; step < steps; step++)
        {
            Prepare(before);
            Record.Exception(() => Write(content, DyingAt(step)));
            AssertFinished($"step {step}", before, content);
            Files().Lock(File, TimeSpan.FromSeconds(10)).Dispose();
            Assert.DoesNotContain(_folder.Names(), name => name.EndsWith(".tmp", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_lock_stands_beside_the_folder_and_keeps_others_out()
    {
        using FileLock taken = Files().Lock(File, TimeSpan.FromSeconds(10));
        Assert.Equal(_folder.At("file.lock"), taken.LockPath);
        Assert.Throws<SsoFileException>(() => Files().Lock(File, TimeSpan.Zero));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Clean));
    }

    [Fact]
    public void A_file_of_another_folder_has_its_lock_beside_itself()
    {
        using FileLock taken = Files().Lock(_folder.At("other"), TimeSpan.FromSeconds(10));
        Assert.Equal(_folder.At("other.lock"), taken.LockPath);
    }

    [UnixFact]
    public void A_link_out_of_the_folder_has_its_lock_beside_what_it_leads_to()
    {
        Directory.CreateDirectory(_folder.At("far"));
        System.IO.File.CreateSymbolicLink(File, _folder.At("far", "target"));
        using FileLock taken = Files().Lock(File, TimeSpan.FromSeconds(10));
        Assert.Equal(_folder.At("far", "target.lock"), taken.LockPath);
    }

    [SecondFileSystemTheory]
    [MemberData(nameof(Writes))]
    public void On_another_file_system_too_at_every_step_only_the_old_or_the_new_content_stands_there(string? before, string content)
    {
        MoveToOtherFileSystem();
        Prepare(before);
        Write(content, new FaultyOperations((step, _) => AssertContents(step, before, content)));
        AssertFinished("the end", content);
        Assert.Equal([_folder.At("file.lock")], Directory.GetFiles(_folder.Path, "file.*"));
    }

    [SecondFileSystemTheory]
    [MemberData(nameof(Writes))]
    public void On_another_file_system_too_a_writer_that_dies_at_any_step_leaves_nothing_but_finished_files(string? before, string content)
    {
        MoveToOtherFileSystem();
        int steps = Count(before, content);
        for (int step = 0; step < steps; step++)
        {
            Prepare(before);
            Record.Exception(() => Write(content, DyingAt(step)));
            AssertContents($"step {step}", before, content);
            Files().Lock(File, TimeSpan.FromSeconds(10)).Dispose();
            AssertFinished($"step {step}", before, content);
            Assert.Equal([_folder.At("file.lock")], Directory.GetFiles(_folder.Path, "file.*"));
        }
    }

    [SecondFileSystemTheory]
    [MemberData(nameof(Writes))]
    public void Where_there_are_no_nameless_files_a_folder_on_another_file_system_is_written_in_place(string? before, string content)
    {
        MoveToOtherFileSystem();
        Prepare(before);
        Write(content, new FaultyOperations((_, _) => { }) { IsNamelessKnown = false });
        AssertFinished("the end", content);
        Assert.Equal([_folder.At("file.lock")], Directory.GetFiles(_folder.Path, "file.*"));
    }

    [SecondFileSystemTheory]
    [MemberData(nameof(Writes))]
    public void In_place_a_writer_that_dies_at_any_step_leaves_the_old_or_the_new_content_after_the_next_lock(string? before, string content)
    {
        MoveToOtherFileSystem();
        int steps = Count(before, content, isNamelessKnown: false);
        for (int step = 0; step < steps; step++)
        {
            Prepare(before);
            Record.Exception(() => Write(content, DyingAt(step, isNamelessKnown: false)));
            Assert.All(Directory.GetFileSystemEntries(Clean), entry => Assert.Equal(File, entry));
            Files().Lock(File, TimeSpan.FromSeconds(10)).Dispose();
            AssertFinished($"step {step}", before, content);
            Assert.Equal([_folder.At("file.lock")], Directory.GetFiles(_folder.Path, "file.*"));
        }
    }

    [SecondFileSystemTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void On_another_file_system_a_new_file_that_cannot_be_finished_goes_again(bool isNamelessKnown)
    {
        MoveToOtherFileSystem();
        int steps = Count(null, "first\n", isNamelessKnown);
        for (int step = 0; step < steps; step++)
        {
            Prepare(null);
            FaultyOperations faulty = FaultyOperations.FailingAt(step, isNamelessKnown: isNamelessKnown);
            if (Record.Exception(() => Write("first\n", faulty)) is { } error)
            {
                Assert.IsType<SsoFileException>(error);
            }

            AssertFinished($"step {step}, {faulty.Steps[^1]}", null, "first\n");
        }
    }

    [UnixFact]
    public void A_file_that_somebody_else_made_meanwhile_is_not_replaced()
    {
        SafeFiles files = Files(new FaultyOperations((step, _) =>
        {
            if (step == "Rename")
            {
                System.IO.File.WriteAllText(File, "theirs\n");
                throw new IOException("another device", 18);
            }
        }));
        using FileLock taken = files.Lock(File, TimeSpan.FromSeconds(10));
        Assert.False(files.TryReplace(File, "ours\n"u8, files.ReadSnapshot(File), taken));
        Assert.Equal("theirs\n", System.IO.File.ReadAllText(File));
    }

    private static FaultyOperations DyingAt(int step, bool isNamelessKnown = true)
    {
        void Die(string _, int count)
        {
            if (count >= step)
            {
                throw new IOException("dead", 5);
            }
        }

        return new FaultyOperations(Die) { IsNamelessKnown = isNamelessKnown };
    }

    private SafeFiles Files(IFileOperations? operations = null) =>
        new SafeFiles(operations ?? new FileOperations(), TimeProvider.System).KeepingClean(Clean);

    private void Prepare(string? before)
    {
        System.IO.File.Delete(File);
        if (before is not null)
        {
            System.IO.File.WriteAllText(File, before);
        }
    }

    private int Count(string? before, string content, bool isNamelessKnown = true)
    {
        Prepare(before);
        var counting = new FaultyOperations((_, _) => { }) { IsNamelessKnown = isNamelessKnown };
        Write(content, counting);
        return counting.Steps.Count;
    }

    private void Write(string content, IFileOperations operations)
    {
        SafeFiles files = Files(operations);
        using FileLock taken = files.Lock(File, TimeSpan.FromSeconds(10));
        Assert.True(files.TryReplace(File, Encoding.UTF8.GetBytes(content), files.ReadSnapshot(File), taken));
    }

    private void AssertFinished(string when, params string?[] contents)
    {
        Assert.All(Directory.GetFileSystemEntries(Clean), entry => Assert.Equal(File, entry));
        Assert.True(contents.Contains(System.IO.File.Exists(File) ? System.IO.File.ReadAllText(File) : null), when);
    }

    // Beside the file its finished successor may stand, for the instant before it takes its place.
    private void AssertContents(string when, params string?[] contents) =>
        Assert.All(Directory.GetFileSystemEntries(Clean), entry => Assert.True(contents.Contains(System.IO.File.ReadAllText(entry)), when));

    private void MoveToOtherFileSystem()
    {
        var other = new SecondFileSystem();
        _others.Add(other);
        Directory.Delete(Clean);
        Directory.CreateSymbolicLink(Clean, other.Path);
    }
}
