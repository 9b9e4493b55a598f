using AwsSsoCredentials.Machine;
using AwsSsoCredentials.Tests.Files;

namespace AwsSsoCredentials.Tests.Machine;

public sealed class ProgramSearchTests : IDisposable
{
    private const UnixFileMode ReadWrite = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [UnixFact]
    public void The_first_folder_of_PATH_that_has_the_program_counts()
    {
        string first = Program("first", "helper");
        Program("second", "helper");

        Assert.Equal(first, Find("helper", $"{_folder.Path}/none:{_folder.Path}/first:{_folder.Path}/second"));
    }

    [UnixFact]
    public void A_file_that_cannot_be_run_hides_no_program()
    {
        Modes.Set(Program("first", "helper"), ReadWrite);
        Directory.CreateDirectory(Path.Combine(_folder.Path, "second", "helper"));
        string third = Program("third", "helper");

        Assert.Equal(third, Find("helper", $"{_folder.Path}/first:{_folder.Path}/second:{_folder.Path}/third"));
    }

    [UnixFact]
    public void Folders_that_are_not_named_in_full_are_passed_over()
    {
        string name = $"helper-{Guid.NewGuid():N}";
        string planted = Path.Combine(Environment.CurrentDirectory, name);
        File.WriteAllText(planted, "#!/bin/sh\n");
        try
        {
            Modes.Set(planted, ReadWrite | UnixFileMode.UserExecute);
            Assert.All(["", ".", "bin:./::"], path => Assert.Null(Find(name, path)));
        }
        finally
        {
            File.Delete(planted);
        }
    }

    [Theory]
    [InlineData("./helper")]
    [InlineData("/opt/helper")]
    [InlineData("bin/helper")]
    public void A_name_with_a_path_stays_what_it_is(string name) => Assert.Equal(name, Find(name, "/usr/bin"));

    [Theory]
    [InlineData(@"C:\Program Files\Mozilla\firefox.exe")]
    [InlineData(@"tools\helper")]
    [InlineData("C:helper")]
    public void On_Windows_backslashes_and_drives_make_a_path_too(string name) =>
        Assert.Equal(name, new ProgramSearch(new AwsEnvironment(new Dictionary<string, string>(), isWindows: true)).Find(name));

    private static string? Find(string name, string path) =>
        new ProgramSearch(new AwsEnvironment(new Dictionary<string, string> { ["PATH"] = path })).Find(name);

    private string Program(string folder, string name)
    {
        string path = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder.Path, folder)).FullName, name);
        File.WriteAllText(path, "#!/bin/sh\n");
        Modes.Set(path, ReadWrite | UnixFileMode.UserExecute);
        return path;
    }
}
