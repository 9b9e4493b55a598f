using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using IdentityCenterEmulator;

namespace EndToEnd.Support;

/// <summary>
/// The Frosting package, packed once by the command that docs name, with a feed and a package folder of its own. Where the machine has no
/// Cake.Frosting, that feed holds the stand-in under its id; feed and package folder are deleted together.
/// </summary>
public sealed class PackedFrosting : IAsyncLifetime
{
    private const string Id = "Cake.Frosting.AwsSsoCredentials";
    private const string CakeVersion = "7.0.0";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cake-aws-sso-frosting-e2e-");

    /// <summary>A project with that one package; its version goes in by <see cref="MakeProject"/>.</summary>
    public const string Project = $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <UseAppHost>false</UseAppHost>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="{Id}" Version="VERSION" />
          </ItemGroup>
        </Project>
        """;

    /// <summary>Gets whether the machine has the real package: then the repository itself is built on it, too.</summary>
    public static bool IsCakeFrostingThere => File.Exists(Path.Combine(Repository.PackageFolder, "cake.frosting", CakeVersion, "cake.frosting.nuspec"));

    public string Version { get; } = string.Create(CultureInfo.InvariantCulture, $"0.12.3-e2e.{DateTime.UtcNow.Ticks}");

    public string Folder => _folder.FullName;

    public string Package => Path.Combine(Feed, $"{Id}.{Version}.nupkg");

    private string Feed => Path.Combine(Folder, "feed");

    public IEnumerable<(string Id, string Version)> Dependencies()
    {
        using ZipArchive package = ZipFile.OpenRead(Package);
        using Stream manifest = package.GetEntry($"{Id}.nuspec")!.Open();
        return
        [
            .. from dependency in XDocument.Load(manifest).Descendants()
               where dependency.Name.LocalName == "dependency"
               select (dependency.Attribute("id")!.Value, dependency.Attribute("version")!.Value),
        ];
    }

    /// <summary>Makes a project whose only feed is this one.</summary>
    /// <returns>Its folder.</returns>
    public string MakeProject(string project, string program)
    {
        string folder = Directory.CreateDirectory(Path.Combine(Folder, $"project-{Guid.NewGuid():N}")).FullName;
        File.WriteAllText(Path.Combine(folder, "Build.csproj"), project.Replace("VERSION", Version, StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(folder, "Program.cs"), program);

        // The real Cake.Frosting brings many packages: all of them stand in the machine's package folder, which NuGet reads as a feed, too.
        string machine = IsCakeFrostingThere ? $"""<add key="machine" value="{Repository.PackageFolder}" />""" : "";
        File.WriteAllText(
            Path.Combine(folder, "nuget.config"),
            $"""<configuration><packageSources><clear /><add key="feed" value="{Feed}" />{machine}</packageSources></configuration>""");
        return folder;
    }

    internal Task<ProcessResult> RunAsync(string folder, string[] arguments, AwsHome? home = null, EmulatorServer? emulator = null)
    {
        var variables = new Dictionary<string, string?>
        {
            ["NUGET_PACKAGES"] = Path.Combine(Folder, "packages"),
            ["DOTNET_CLI_HOME"] = Repository.CliHome,
        };
        if (home is not null)
        {
            variables["HOME"] = home.Folder;
            variables["USERPROFILE"] = home.Folder;
        }

        foreach ((string name, string value) in emulator?.Environment ?? new Dictionary<string, string>())
        {
            variables[name] = value;
        }

        return ChildProcess.RunAsync("dotnet", arguments, folder, variables);
    }

    async Task IAsyncLifetime.InitializeAsync()
    {
        string build = Path.Combine(Folder, "build");
        ProcessResult pack = await ChildProcess.RunAsync(
            "dotnet", ["pack", $"src/{Id}", "-c", "Release", "-o", Feed, $"-p:Version={Version}", "--artifacts-path", build], Repository.Root);
        if (pack.ExitCode != 0)
        {
            throw new InvalidOperationException($"dotnet pack failed: {pack.All}");
        }

        foreach ((string id, string version) in Dependencies().Where(dependency => dependency.Id != "Cake.Frosting"))
        {
            string file = $"{id}.{version}.nupkg".ToLowerInvariant();
            File.Copy(Path.Combine(Repository.PackageFolder, id.ToLowerInvariant(), version, file), Path.Combine(Feed, file));
        }

        if (!IsCakeFrostingThere)
        {
            PackStandIn(Path.Combine(build, "bin", "Cake.Frosting", "release"));
        }
    }

    Task IAsyncLifetime.DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    // By hand, for this feed alone: packing itself refuses it.
    private void PackStandIn(string output)
    {
        using ZipArchive package = ZipFile.Open(Path.Combine(Feed, $"Cake.Frosting.{CakeVersion}.nupkg"), ZipArchiveMode.Create);
        using (var manifest = new StreamWriter(package.CreateEntry("Cake.Frosting.nuspec").Open()))
        {
            manifest.Write($"""
                <?xml version="1.0" encoding="utf-8"?>
                <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
                  <metadata>
                    <id>Cake.Frosting</id>
                    <version>{CakeVersion}</version>
                    <authors>stand-in</authors>
                    <description>The stand-in of build/frosting-standin with Cake's own assemblies, for one test run.</description>
                  </metadata>
                </package>
                """);
        }

        foreach (string dll in Directory.GetFiles(output, "*.dll"))
        {
            package.CreateEntryFromFile(dll, $"lib/net10.0/{Path.GetFileName(dll)}");
        }
    }
}
