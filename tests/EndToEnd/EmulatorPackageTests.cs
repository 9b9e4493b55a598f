using System.Diagnostics;
using System.IO.Compression;
using EndToEnd.Support;

namespace EndToEnd;

/// <summary>The emulator as its users get it: a library package, and a .NET tool.</summary>
public class EmulatorPackageTests(PackedEmulator emulator) : IClassFixture<PackedEmulator>
{
    [Theory]
    [InlineData("lib/net10.0/IdentityCenterEmulator.dll")]
    [InlineData("lib/net10.0/IdentityCenterEmulator.xml")]
    [InlineData("README.md")]
    [InlineData("icon.png")]
    public void The_library_carries_what_users_and_their_tools_read(string file) => AssertHolds(emulator.LibraryPackage, file);

    [Theory]
    [InlineData("tools/net10.0/any/IdentityCenterEmulator.Tool.dll")]
    [InlineData("tools/net10.0/any/IdentityCenterEmulator.dll")]
    [InlineData("README.md")]
    [InlineData("icon.png")]
    public void The_tool_carries_what_it_needs_to_run(string file) => AssertHolds(emulator.ToolPackage, file);

    [Fact]
    public void The_dlls_carry_the_version_of_the_packages()
    {
        PackageFacts.AssertDllsHaveVersion(emulator.LibraryPackage, file: "0.12.3", assembly: "0.12.0.0", count: 1);
        PackageFacts.AssertDllsHaveVersion(emulator.ToolPackage, file: "0.12.3", assembly: "0.12.0.0", count: 2);
    }

    [Fact]
    public async Task The_manifests_name_the_commit_and_no_address_while_there_is_none()
    {
        await PackageFacts.AssertOriginAsync(emulator.LibraryPackage);
        await PackageFacts.AssertOriginAsync(emulator.ToolPackage);
    }

    [Fact]
    public void The_packages_and_their_symbols_name_no_folder_of_the_machine_that_packed_them()
    {
        PackageFacts.AssertNoBuildPath(emulator.LibraryPackage, symbols: 1);
        PackageFacts.AssertNoBuildPath(emulator.ToolPackage, symbols: 2);
    }

    [Fact]
    public async Task The_installed_command_says_its_version()
    {
        ProcessResult result = await ChildProcess.RunAsync(emulator.Command, ["--version"], emulator.Folder);

        Assert.True(result.ExitCode == 0, result.All);
        Assert.StartsWith(emulator.Version, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_installed_command_serves_until_its_input_ends()
    {
        var start = new ProcessStartInfo(emulator.Command, ["--auto-approve", "--stop-on-stdin-end"])
        {
            WorkingDirectory = emulator.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        string listening = await process.StandardOutput.ReadLineAsync(patience.Token) ?? "";
        using var client = new HttpClient();

        string page = await client.GetStringAsync(new Uri(listening.Replace("Listening on ", "", StringComparison.Ordinal) + "/device"), patience.Token);

        Assert.Contains("<form", page, StringComparison.Ordinal);
        process.StandardInput.Close();
        await process.StandardOutput.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        Assert.Equal(0, process.ExitCode);
    }

    private static void AssertHolds(string path, string file)
    {
        using ZipArchive package = ZipFile.OpenRead(path);

        Assert.True(package.GetEntry(file) is { Length: > 0 }, $"{file} is missing.");
    }
}
