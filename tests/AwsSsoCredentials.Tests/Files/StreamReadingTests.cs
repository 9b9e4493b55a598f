using System.Diagnostics;
using System.Text;
using AwsSsoCredentials.Files;

namespace AwsSsoCredentials.Tests.Files;

/// <summary>What is no regular file and can be read all the same.</summary>
public sealed class StreamReadingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [UnixFact]
    public void The_null_device_is_an_empty_file() => Assert.Empty(new SafeFiles().TryReadAny("/dev/null")!);

    [UnixFact]
    public void A_link_to_the_null_device_is_an_empty_file()
    {
        File.CreateSymbolicLink(_folder.At("config"), "/dev/null");

        Assert.Empty(new SafeFiles().TryReadAny(_folder.At("config"))!);
    }

    [UnixFact(NeedsCommand = "mkfifo")]
    public async Task A_pipe_gives_what_its_writer_says()
    {
        string pipe = await MakePipeAsync();
        string text = new('x', 200_000); // more than a pipe holds at a time
        Task writer = Task.Run(() => File.WriteAllText(pipe, text));

        Assert.Equal(text, Encoding.UTF8.GetString(new SafeFiles().TryReadAny(pipe)!));
        await writer;
    }

    [UnixFact(NeedsCommand = "mkfifo")]
    public async Task A_pipe_that_nobody_writes_is_given_up()
    {
        string pipe = await MakePipeAsync();
        var time = new FakeTime();
        Task<SsoFileException> reading = Task.Run(() => Assert.Throws<SsoFileException>(() => new SafeFiles(new FileOperations(), time).TryReadAny(pipe)));
        string message = (await reading).Message;

        Assert.Contains(pipe, message, StringComparison.Ordinal);
        Assert.Contains("nobody wrote all of it", message, StringComparison.Ordinal);
        await Task.Run(() => File.WriteAllText(pipe, "")); // lets the reader go
    }

    [UnixFact]
    public void A_device_without_end_is_given_up_by_its_size() =>
        Assert.Contains("gives more than", Assert.Throws<SsoFileException>(() => new SafeFiles().TryReadAny("/dev/zero")).Message, StringComparison.Ordinal);

    [UnixFact]
    public void For_writing_a_device_is_refused_before_a_lock_file_is_made_beside_it()
    {
        var error = Assert.Throws<SsoFileException>(() => new SafeFiles().Lock("/dev/null", TimeSpan.FromSeconds(1)));

        Assert.Contains("point to a regular file", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists("/dev/null.lock"));
    }

    [Fact]
    public void A_folder_in_the_place_of_a_file_is_nothing_to_remove()
    {
        string cache = Directory.CreateDirectory(_folder.At("sso", "cache")).FullName;

        foreach (Action use in (Action[])[() => new SafeFiles().TryRead(cache), () => new SafeFiles().TryReadAny(cache), () => new SafeFiles().Lock(cache, TimeSpan.Zero)])
        {
            string message = Assert.Throws<SsoFileException>(use).Message;
            Assert.Contains("it is a folder where a file belongs", message, StringComparison.Ordinal);
            Assert.DoesNotContain("remove", message, StringComparison.Ordinal);
        }
    }

    private async Task<string> MakePipeAsync()
    {
        using Process mkfifo = Process.Start("mkfifo", _folder.At("pipe"));
        await mkfifo.WaitForExitAsync();
        return _folder.At("pipe");
    }
}
