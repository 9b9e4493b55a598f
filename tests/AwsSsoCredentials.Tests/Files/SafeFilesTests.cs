using System.Text;
using AwsSsoCredentials.Files;

namespace AwsSsoCredentials.Tests.Files;

public sealed class SafeFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SafeFiles _files = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_missing_file_reads_as_null() => Assert.Null(_files.TryRead(_folder.At("none", "file")));

    [Fact]
    public void A_folder_in_place_of_a_file_is_refused_with_its_path()
    {
        Directory.CreateDirectory(_folder.At("file"));
        AssertRefused("it is a folder", () => _files.TryRead(_folder.At("file")));
        AssertRefused("it is a folder", () => Write("file", "x"));
    }

    [Theory]
    [InlineData(100L * 1024 * 1024 + 1)]
    [InlineData(3L * 1024 * 1024 * 1024)]
    public void A_file_larger_than_any_that_is_meant_is_an_error_that_names_it(long length)
    {
        using (FileStream file = File.Create(_folder.At("file")))
        {
            file.SetLength(length);
        }

        var error = Assert.Throws<SsoFileException>(() => new SafeFiles().TryRead(_folder.At("file")));

        Assert.Contains(_folder.At("file"), error.Message, StringComparison.Ordinal);
        Assert.Contains("larger than 100 MB", error.Message, StringComparison.Ordinal);
    }

    [UnixFact]
    public void A_new_file_is_0600_and_its_new_folders_0700()
    {
        Write("one/two/file", "x");
        Assert.Equal(UnixMode.Private, Modes.Of(_folder.At("one", "two", "file")));
        Assert.Equal(UnixMode.PrivateFolder, Modes.Of(_folder.At("one")));
        Assert.Equal(UnixMode.PrivateFolder, Modes.Of(_folder.At("one", "two")));
    }

    [UnixFact]
    public void The_temporary_file_is_private_before_its_first_byte()
    {
        UnixFileMode mode = default;
        var operations = new FaultyOperations((step, _) =>
        {
            if (step == "Write")
            {
                mode = Modes.Of(Directory.GetFiles(_folder.Path, "*.tmp").Single());
            }
        });
        Modes.Set(_folder.Write("file", "old"), UnixMode.Private | UnixFileMode.GroupRead);
        Write("file", "new", operations);
        Assert.Equal(UnixMode.Private, mode);
    }

    [UnixFact]
    public void The_mode_of_a_file_is_kept()
    {
        const UnixFileMode Mode = UnixMode.Private | UnixFileMode.GroupRead;
        Modes.Set(_folder.Write("file", "old"), Mode);
        Write("file", "new");
        Assert.Equal("new", Read("file"));
        Assert.Equal(Mode, Modes.Of(_folder.At("file")));
    }

    [UnixFact]
    public void A_read_only_file_is_refused_also_to_root()
    {
        Modes.Set(_folder.Write("file", "old"), UnixFileMode.UserRead);
        AssertRefused("chmod u+w", () => Write("file", "new"));
        Assert.Equal("old", Read("file"));
    }

    [UnixFact]
    public void A_chain_of_links_is_followed_and_kept()
    {
        Directory.CreateDirectory(_folder.At("far"));
        Directory.CreateDirectory(_folder.At("near"));
        _folder.Write("far/file", "old");
        File.CreateSymbolicLink(_folder.At("far", "link"), "file");
        Directory.CreateSymbolicLink(_folder.At("near", "folder"), _folder.At("far"));
        File.CreateSymbolicLink(_folder.At("near", "first"), "folder/link");
        Write("near/first", "new");
        Assert.Equal("new", Read("far/file"));
        Assert.Equal("folder/link", new FileInfo(_folder.At("near", "first")).LinkTarget);
        Assert.Equal("file", new FileInfo(_folder.At("far", "link")).LinkTarget);
        Assert.True(File.Exists(_folder.At("far", "file.lock")));
    }

    [UnixFact]
    public void A_link_to_nothing_gets_its_target()
    {
        File.CreateSymbolicLink(_folder.At("link"), "missing/file");
        Write("link", "new");
        Assert.Equal("new", Read("missing/file"));
        Assert.NotNull(new FileInfo(_folder.At("link")).LinkTarget);
    }

    [UnixFact]
    public void Links_in_a_circle_are_refused()
    {
        File.CreateSymbolicLink(_folder.At("a"), "b");
        File.CreateSymbolicLink(_folder.At("b"), "a");
        AssertRefused("circle", () => Write("a", "new"));
    }

    [UnixFact]
    public void Both_hard_links_show_the_new_content_and_no_copy_stays()
    {
        _folder.Write("file", "old and longer");
        HardLink.Create(_folder.At("file"), _folder.At("other"));
        Write("file", "new");
        Assert.Equal("new", Read("other"));
        Write("file", "newer and much longer than before");
        Assert.Equal("newer and much longer than before", Read("other"));
        Assert.Equal(["file", "other"], _folder.Names());
    }

    [UnixFact(NeedsMount = true)]
    public void A_mounted_file_is_written()
    {
        string inside = _folder.Write("inside", "old");
        string outside = _folder.Write("outside", "old");
        using (new Mount(outside, inside))
        {
            Write("inside", "new");
            Assert.Equal("new", Read("inside"));
            Assert.Equal("new", Read("outside"));
        }

        Assert.Equal("old", Read("inside"));
        Assert.Equal(["inside", "outside"], _folder.Names());
    }

    [UnixFact]
    public void A_file_that_cannot_be_renamed_over_is_written_in_place()
    {
        _folder.Write("file", "old");
        ulong before = new FileOperations().GetStatus(_folder.At("file"))!.Inode;
        bool first = true;
        Write("file", "new", new FaultyOperations((step, _) =>
        {
            if (step == "Rename" && first)
            {
                first = false;
                throw new IOException("busy", ErrorNumbers.Busy);
            }
        }));
        Assert.Equal("new", Read("file"));
        Assert.Equal(before, new FileOperations().GetStatus(_folder.At("file"))!.Inode);
        Assert.Equal(["file"], _folder.Names());
    }

    [UnixFact]
    public void A_file_that_cannot_be_replaced_while_somebody_reads_it_is_replaced_soon_after()
    {
        _folder.Write("file", "old");
        var time = new FakeTime();
        int renames = 0;
        var operations = new FaultyOperations((step, _) =>
        {
            if (step == "Rename" && ++renames < 4)
            {
                throw new IOException("in use", ErrorNumbers.WouldBlock);
            }
        });
        var files = new SafeFiles(operations, time);
        Assert.True(files.TryReplace(_folder.At("file"), "new"u8, files.ReadSnapshot(_folder.At("file"))));
        Assert.Equal("new", Read("file"));
        Assert.Equal(4, renames);
        Assert.NotEqual(TimeSpan.Zero, time.Waited);
        Assert.Equal(["file"], _folder.Names());
    }

    [UnixFact(NeedsMount = true)]
    public void A_disk_that_is_really_full_leaves_the_old_content_and_no_temporary_file()
    {
        string disk = _folder.At("disk");
        Directory.CreateDirectory(disk);
        string old = new('o', 40_000);
        using (Mount.SmallDisk(disk, "128k"))
        {
            _folder.Write("disk/file", old);
            AssertRefused("the disk is full", () => Write("disk/file", new string('n', 100_000)));
            Assert.Equal(old, Read("disk/file"));
            Assert.Equal(["disk/file"], _folder.Names());
            HardLink.Create(_folder.At("disk", "file"), _folder.At("disk", "second"));
            AssertRefused("the disk is full", () => Write("disk/file", new string('n', 100_000)));
            Assert.Equal(old, Read("disk/second"));
            Write("disk/file", "short");
            Assert.Equal("short", Read("disk/second"));
        }
    }

    [Fact]
    public void A_file_that_grows_while_it_is_read_is_read_to_its_end()
    {
        string path = _folder.Write("file", "old");
        bool first = true;
        var operations = new FaultyOperations((step, _) =>
        {
            if (step == "Read" && first)
            {
                first = false;
                File.AppendAllText(path, new string('+', 1000));
            }
        });
        Assert.Equal(1003, new SafeFiles(operations, TimeProvider.System).TryRead(path)!.Length);
    }

    [Fact]
    public void A_change_between_reading_and_renaming_is_noticed()
    {
        _folder.Write("file", "old");
        FileSnapshot snapshot = _files.ReadSnapshot(_folder.At("file"));
        _folder.Write("file", "OLD");
        Assert.False(_files.TryReplace(_folder.At("file"), "new"u8, snapshot));
        Assert.Equal("OLD", Read("file"));
        Assert.Equal(["file"], _folder.Names());
    }

    [Fact]
    public void A_file_that_appears_before_the_rename_is_noticed()
    {
        FileSnapshot snapshot = _files.ReadSnapshot(_folder.At("file"));
        _folder.Write("file", "theirs");
        Assert.False(_files.TryReplace(_folder.At("file"), "new"u8, snapshot));
        Assert.Equal("theirs", Read("file"));
    }

    [Fact]
    public void Deleting_a_missing_file_is_no_error()
    {
        _files.Delete(_folder.At("none"));
        _files.Delete(_folder.At("none", "file"));
        _folder.Write("file", "x");
        _files.Delete(_folder.At("file"));
        Assert.Empty(_folder.Names());
    }

    [Fact]
    public void A_file_in_place_of_a_folder_is_refused_with_its_path()
    {
        _folder.Write("file", "x");
        AssertRefused("as a folder", () => _files.EnsurePrivateDirectory(_folder.At("file")));
        AssertRefused("as a folder", () => Write("file/credentials", "x"));
    }

    [UnixFact(NeedsRoot = true)]
    public void Root_keeps_owner_and_group_of_a_file()
    {
        OtherUser.Give(_folder.Write("file", "old"), OtherUser.Anna, OtherUser.Team);
        Write("file", "new");
        FileStatus status = new FileOperations().GetStatus(_folder.At("file"))!;
        Assert.Equal((OtherUser.Anna, OtherUser.Team), (status.UserId, status.GroupId));
        FileStatus own = new FileOperations().GetStatus(_folder.At("file.lock"))!;
        Assert.Equal((OtherUser.Anna, OtherUser.Team), (own.UserId, own.GroupId));
    }

    [UnixFact(NeedsRoot = true)]
    public void A_file_of_another_user_that_the_group_may_write_keeps_its_owner()
    {
        Share();
        OtherUser.Act(OtherUser.Bert, OtherUser.Team, () => Write("file", "by Bert", new FaultyOperations((_, _) => { }) { User = OtherUser.Bert }));
        Assert.Equal(OtherUser.Anna, new FileOperations().GetStatus(_folder.At("file"))!.UserId);
        OtherUser.Act(OtherUser.Anna, OtherUser.Anna, () => Write("file", "by Anna", new FaultyOperations((_, _) => { }) { User = OtherUser.Anna }));
        Assert.Equal("by Anna", Read("file"));
        Assert.Equal(["file"], _folder.Names());
    }

    [UnixFact(NeedsRoot = true)]
    public void A_file_that_another_user_keeps_for_himself_is_refused()
    {
        Share();
        Modes.Set(_folder.At("file"), UnixMode.Private);
        var error = Assert.Throws<InvalidOperationException>(() => OtherUser.Act(OtherUser.Bert, OtherUser.Team, () => Write("file", "by Bert")));
        Assert.Contains("permission denied", Assert.IsType<SsoFileException>(error.InnerException).Message, StringComparison.Ordinal);
        Assert.Equal("old", Read("file"));
        Assert.Equal(["file"], _folder.Names());
    }

    private void Share()
    {
        OtherUser.Give(_folder.Write("file", "old"), OtherUser.Anna, OtherUser.Team);
        OtherUser.Give(_folder.Path, OtherUser.Anna, OtherUser.Team);
        Modes.Set(_folder.At("file"), UnixMode.Private | UnixFileMode.GroupRead | UnixFileMode.GroupWrite);
        Modes.Set(_folder.Path, UnixMode.PrivateFolder | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute);
    }

    private string Read(string name) => Encoding.UTF8.GetString(_files.TryRead(_folder.At(name))!);

    private void Write(string name, string content, IFileOperations? operations = null)
    {
        SafeFiles files = operations is null ? _files : new SafeFiles(operations, TimeProvider.System);
        using FileLock taken = files.Lock(_folder.At(name), TimeSpan.FromSeconds(10));
        files.Replace(_folder.At(name), Encoding.UTF8.GetBytes(content));
    }

    private void AssertRefused(string reason, Action action)
    {
        string message = Assert.Throws<SsoFileException>(action).Message;
        Assert.Contains(_folder.Path, message, StringComparison.Ordinal);
        Assert.Contains(reason, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }
}
