using System.Globalization;
using System.Runtime.Versioning;
using EndToEnd.Support;

namespace EndToEnd;

/// <summary>A credentials file that several users of one machine write.</summary>
[SupportedOSPlatform("linux")]
public sealed class CredentialsFileUsersTests : IDisposable
{
    private const int Alice = 54321;
    private const int Bob = 54322;
    private const int Team = 54400;

    private const UnixFileMode GroupFile = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite;
    private const UnixFileMode GroupFolder = GroupFile | UnixFileMode.UserExecute | UnixFileMode.GroupExecute;
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private const string ByHand = "[legacy-ci]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = secret\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("credentials-users-");

    public CredentialsFileUsersTests()
    {
        if (OperatingSystem.IsLinux())
        {
            File.SetUnixFileMode(_folder.FullName, Readable);
        }
    }

    private string Shared => Path.Combine(_folder.FullName, "shared");

    private string CredentialsPath => Path.Combine(Shared, "credentials");

    public void Dispose() => _folder.Delete(recursive: true);

    [SecondUserFact]
    public async Task Two_users_of_a_group_write_one_file_after_each_other_and_it_stays_whose_it_was()
    {
        await PrepareAsync(GroupFolder, GroupFile, "root:" + Text(Team));

        ProcessResult alice = await WriteAsAsync(Alice, "alice");
        ProcessResult bob = await WriteAsAsync(Bob, "bob");
        ProcessResult again = await WriteAsAsync(Alice, "again");

        Assert.All(new[] { alice, bob, again }, result => Assert.True(result.ExitCode == 0, result.All));
        string text = await File.ReadAllTextAsync(CredentialsPath);
        Assert.StartsWith(ByHand, text, StringComparison.Ordinal);
        Assert.All(new[] { "[alice]", "[bob]", "[again]" }, header => Assert.Contains(header, text, StringComparison.Ordinal));
        Assert.Equal(GroupFile, File.GetUnixFileMode(CredentialsPath));
        Assert.Equal("0:" + Text(Team), await OwnerAsync());
    }

    [SecondUserFact]
    public async Task A_file_of_somebody_else_that_may_not_be_written_gives_a_clear_error_and_stays_as_it_is()
    {
        await PrepareAsync(GroupFolder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, Text(Bob) + ":" + Text(Team));

        ProcessResult alice = await WriteAsAsync(Alice, "alice");

        Assert.NotEqual(0, alice.ExitCode);
        Assert.Contains(CredentialsPath, alice.Error, StringComparison.Ordinal);
        Assert.Equal(ByHand, await File.ReadAllTextAsync(CredentialsPath));
    }

    [SecondUserFact]
    public async Task A_file_that_root_writes_for_its_owner_stays_the_owners()
    {
        await PrepareAsync(GroupFolder, UnixFileMode.UserRead | UnixFileMode.UserWrite, Text(Bob) + ":" + Text(Team));

        ProcessResult root = await WriteAsAsync(0, "root");
        ProcessResult bob = await WriteAsAsync(Bob, "bob");

        Assert.True(root.ExitCode == 0, root.All);
        Assert.True(bob.ExitCode == 0, bob.All);
        Assert.Equal(Text(Bob) + ":" + Text(Team), await OwnerAsync());
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        ProcessResult result = await ChildProcess.RunAsync(program, arguments, Path.GetTempPath());
        Assert.True(result.ExitCode == 0, result.All);
    }

    private async Task PrepareAsync(UnixFileMode folder, UnixFileMode file, string owner)
    {
        // The build output may stand below a home that the others cannot enter.
        foreach (string part in Directory.EnumerateFiles(AppContext.BaseDirectory, "*.*").Where(path => Path.GetExtension(path) is ".dll" or ".json"))
        {
            File.Copy(part, Path.Combine(_folder.FullName, Path.GetFileName(part)));
        }

        Directory.CreateDirectory(Shared);
        await File.WriteAllTextAsync(CredentialsPath, ByHand);
        await RunAsync("chown", "root:" + Text(Team), Shared);
        await RunAsync("chown", owner, CredentialsPath);
        File.SetUnixFileMode(Shared, folder);
        File.SetUnixFileMode(CredentialsPath, file);
    }

    private Task<ProcessResult> WriteAsAsync(int user, string profile) => ChildProcess.RunAsync(
        "setpriv",
        [
            "--reuid", Text(user), "--regid", Text(user), "--groups", Text(Team),
            "dotnet", "exec", Path.Combine(_folder.FullName, "EndToEnd.Worker.dll"),
            "write-profile", CredentialsPath, profile,
        ],
        _folder.FullName,
        new Dictionary<string, string?> { ["HOME"] = _folder.FullName });

    private async Task<string> OwnerAsync()
    {
        ProcessResult result = await ChildProcess.RunAsync("stat", ["-c", "%u:%g", CredentialsPath], _folder.FullName);
        return result.Output.Trim();
    }
}
