using System.Globalization;

namespace EndToEnd.Support;

/// <summary>The emulator's two packages, and the command installed out of them, in a folder of its own.</summary>
public sealed class PackedEmulator : IAsyncLifetime
{
    private const string Library = "IdentityCenterEmulator";
    private const string Tool = "IdentityCenterEmulator.Tool";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("emulator-package-");

    public string Version { get; } = string.Create(CultureInfo.InvariantCulture, $"0.12.3-e2e.{DateTime.UtcNow.Ticks}");

    public string Folder => _folder.FullName;

    public string LibraryPackage => Path.Combine(Feed, $"{Library}.{Version}.nupkg");

    public string ToolPackage => Path.Combine(Feed, $"{Tool}.{Version}.nupkg");

    public string Command => Path.Combine(Folder, "tools", OperatingSystem.IsWindows() ? "identity-center-emulator.exe" : "identity-center-emulator");

    private string Feed => Path.Combine(Folder, "feed");

    async Task IAsyncLifetime.InitializeAsync()
    {
        foreach (string project in new[] { Library, Tool })
        {
            await RunAsync(
                Repository.Root,
                "pack", $"src/{project}", "-c", "Release", "-o", Feed, $"-p:Version={Version}", "--artifacts-path", Path.Combine(Folder, "build"));
        }

        await File.WriteAllTextAsync(
            Path.Combine(Folder, "nuget.config"), $"""<configuration><packageSources><clear /><add key="feed" value="{Feed}" /></packageSources></configuration>""");
        await RunAsync(Folder, "tool", "install", Tool, "--version", Version, "--tool-path", "tools");
    }

    Task IAsyncLifetime.DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    private async Task RunAsync(string folder, params string[] arguments)
    {
        // A package folder of its own: nothing stays in the machine's.
        var variables = new Dictionary<string, string?>();
        if (folder == Folder)
        {
            variables["NUGET_PACKAGES"] = Path.Combine(Folder, "packages");
        }

        ProcessResult result = await ChildProcess.RunAsync("dotnet", arguments, folder, variables);
        if (result.ExitCode != 0)
        {
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} failed: {result.All}");
        }
    }
}
