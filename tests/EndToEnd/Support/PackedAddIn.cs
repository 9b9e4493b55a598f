using System.Globalization;

namespace EndToEnd.Support;

/// <summary>
/// The add-in as a package, packed once a test run by the command that docs name, under a version never used before; and a folder to run
/// scripts in, with Cake as a local tool.
/// </summary>
public sealed class PackedAddIn : IAsyncLifetime
{
    private const string Id = "Cake.AwsSsoCredentials";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cake-aws-sso-e2e-");

    // Cake prefers what an earlier run left in the package folder to what a feed holds: never the same version twice.
    public string Version { get; } = string.Create(CultureInfo.InvariantCulture, $"0.12.3-e2e.{DateTime.UtcNow.Ticks}");

    public string Feed => Path.Combine(_folder.FullName, "feed");

    public string Package => Path.Combine(Feed, $"{Id}.{Version}.nupkg");

    /// <summary>Where scripts run: `nuget.config` names the feed, `tools/` is shared by all of them.</summary>
    internal string Workshop => Path.Combine(_folder.FullName, "workshop");

    async Task IAsyncLifetime.InitializeAsync()
    {
        await RunAsync(
            Repository.Root,
            "pack", "src/Cake.AwsSsoCredentials", "-c", "Release", "-o", Feed, $"-p:Version={Version}",
            "--artifacts-path", Path.Combine(_folder.FullName, "build"));
        Directory.CreateDirectory(Path.Combine(Workshop, ".config"));
        File.Copy(Repository.PathOf(".config/dotnet-tools.json"), Path.Combine(Workshop, ".config", "dotnet-tools.json"));
        File.Copy(Repository.PathOf("global.json"), Path.Combine(Workshop, "global.json"));
        await File.WriteAllTextAsync(Path.Combine(Workshop, "nuget.config"), """
            <configuration>
              <packageSources>
                <add key="packed" value="../feed" />
              </packageSources>
            </configuration>
            """);
        await RunAsync(Workshop, "tool", "restore");
    }

    Task IAsyncLifetime.DisposeAsync()
    {
        _folder.Delete(recursive: true);
        string left = Path.Combine(Repository.PackageFolder, Id.ToLowerInvariant(), Version);
        if (Directory.Exists(left))
        {
            Directory.Delete(left, recursive: true);
        }

        return Task.CompletedTask;
    }

    private static async Task RunAsync(string folder, params string[] arguments)
    {
        ProcessResult result = await ChildProcess.RunAsync("dotnet", arguments, folder);
        if (result.ExitCode != 0)
        {
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} failed: {result.All}");
        }
    }
}
