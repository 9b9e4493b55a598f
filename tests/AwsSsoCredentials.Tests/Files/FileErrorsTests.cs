using System.Diagnostics;
using AwsSsoCredentials.Files;

namespace AwsSsoCredentials.Tests.Files;

public sealed class FileErrorsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [UnixFact]
    public void The_command_that_mends_a_file_runs_nothing_but_itself()
    {
        string odd = _folder.Write("a'; touch PWN; echo '", "");
        string worse = _folder.Write("$(touch PWN)", "");
        Modes.Set(odd, UnixFileMode.UserRead);
        Modes.Set(worse, UnixFileMode.UserRead);

        Assert.EndsWith($"with: chmod u+w \"{odd}\"", Refused(odd), StringComparison.Ordinal);
        Assert.EndsWith("make it writable", Refused(worse), StringComparison.Ordinal);

        static string Refused(string path) => Assert.Throws<SsoFileException>(() => new SafeFiles().Replace(path, "x"u8.ToArray())).Message;
    }

    [UnixFact]
    public void A_pipe_in_place_of_a_file_is_refused_and_not_waited_for()
    {
        string path = _folder.At("pipe");
        using (Process making = Process.Start("mkfifo", [path]))
        {
            making.WaitForExit();
        }

        Assert.Contains("device, pipe or socket", Assert.Throws<SsoFileException>(() => new SafeFiles().TryRead(path)).Message, StringComparison.Ordinal);
        Assert.Contains(
            "device, pipe or socket", Assert.Throws<SsoFileException>(() => new SafeFiles().Replace(path, "x"u8.ToArray())).Message, StringComparison.Ordinal);
    }
}
