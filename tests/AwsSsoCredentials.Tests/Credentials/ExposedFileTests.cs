using AwsSsoCredentials.Credentials;
using AwsSsoCredentials.Files;
using AwsSsoCredentials.Tests.Files;

namespace AwsSsoCredentials.Tests.Credentials;

/// <summary>Keys that go into a file of others are written, and one warning says what mends it.</summary>
public sealed class ExposedFileTests : IDisposable
{
    private const uint Somebody = 54321;

    private readonly TemporaryFolder _folder = new();
    private readonly TestLog _log = new();

    public void Dispose() => _folder.Dispose();

    [UnixFact]
    public void A_file_that_others_can_read_is_written_with_one_warning_and_keeps_its_mode()
    {
        const UnixFileMode Mode = UnixMode.Private | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        Modes.Set(_folder.Write("credentials", "[keep]\n"), Mode);

        Sample.File(_folder.At("credentials"), _log).WriteMany(
            [new CredentialsWrite(Sample.Credentials(), "a", false), new CredentialsWrite(Sample.Credentials(), "b", false)]);

        string warning = Assert.Single(_log.Warnings);
        Assert.Contains($"chmod 600 \"{_folder.At("credentials")}\"", warning, StringComparison.Ordinal);
        Assert.Equal(Mode, Modes.Of(_folder.At("credentials")));
        Assert.Contains("[b]", File.ReadAllText(_folder.At("credentials")), StringComparison.Ordinal);
    }

    [UnixFact]
    public void A_private_file_and_a_new_one_are_written_without_a_word()
    {
        CredentialsFile file = Sample.File(_folder.At("credentials"), _log);

        file.Write(Sample.Credentials(), "new");
        file.Write(Sample.Credentials("ASIAOTHEROTHEROTHERX"), "new");

        Assert.Empty(_log.Warnings);
    }

    [UnixFact]
    public void A_file_of_somebody_else_is_written_with_one_warning()
    {
        _folder.Write("credentials", "[keep]\n");
        Modes.Set(_folder.At("credentials"), UnixMode.Private);

        WriteAs(Somebody, _folder.At("credentials"));

        string warning = Assert.Single(_log.Warnings);
        Assert.Contains($"sudo chown {Somebody} \"{_folder.At("credentials")}\"", warning, StringComparison.Ordinal);
    }

    [UnixFact]
    public void A_link_of_somebody_else_in_a_sticky_folder_is_followed_with_one_warning()
    {
        const UnixFileMode All = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherWrite
            | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        Directory.CreateDirectory(_folder.At("shared"));
        Modes.Set(_folder.At("shared"), All | UnixFileMode.StickyBit);
        File.CreateSymbolicLink(_folder.At("shared", "credentials"), _folder.At("target"));

        WriteAs(Somebody, _folder.At("shared", "credentials"));

        string warning = Assert.Single(_log.Warnings);
        Assert.Contains("link", warning, StringComparison.Ordinal);
        Assert.Contains($"rm \"{_folder.At("shared", "credentials")}\"", warning, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.At("target")));
    }

    [UnixFact]
    public void A_link_of_ones_own_is_followed_without_a_word()
    {
        File.CreateSymbolicLink(_folder.At("credentials"), _folder.At("target"));

        Sample.File(_folder.At("credentials"), _log).Write(Sample.Credentials(), "dev");

        Assert.Empty(_log.Warnings);
    }

    private void WriteAs(uint user, string path) =>
        Sample.File(path, _log, new FaultyOperations((_, _) => { }) { User = user }).Write(Sample.Credentials(), "dev");
}
