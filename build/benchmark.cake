// Whole processes against their floors, on the embedded emulator: benchmarks/README.md says what is compared and how.
//
// --benchmark-runs=N     how often each process is measured (default 15; 1 only shows that all works)
// --benchmark-check      a result over its bound fails the build
// --benchmark-jit        compiles the programs just in time instead of ahead of time (ReadyToRun)
public sealed class BenchmarkRun
{
    private readonly ICakeContext _context;
    private readonly DirectoryPath _folder;

    public BenchmarkRun(ICakeContext context)
    {
        _context = context;
        // A version never used before: Cake prefers what an earlier run left in the package folder.
        Version = $"0.0.0-benchmark.{DateTime.UtcNow.Ticks}";
        _folder = Paths.Artifacts.Combine($"benchmark-{Version[16..]}");
        context.EnsureDirectoryExists(Feed);
        context.EnsureDirectoryExists(Scripts);
    }

    public string Version { get; }

    public DirectoryPath Feed => _folder.Combine("feed");

    public DirectoryPath Scripts => _folder.Combine("scripts");

    public DirectoryPath Programs => _folder.Combine("programs");

    public string BuiltAs { get; private set; }

    private DirectoryPath PackageFolder => _context.Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
        ? folder
        : _context.Environment.GetSpecialPath(SpecialPath.UserProfile).Combine(".nuget/packages");

    public void PackAddIns()
    {
        foreach (var project in new[] { Paths.AddIn, Paths.Benchmarks.CombineWithFilePath("EmptyAddIn/EmptyAddIn.csproj") })
        {
            _context.DotNetPack(project.FullPath, new DotNetPackSettings
            {
                Configuration = "Release",
                OutputDirectory = Feed,
                MSBuildSettings = Settings("pack").WithProperty("Version", Version).WithProperty("IsPackable", "true"),
                Verbosity = DotNetVerbosity.Quiet,
            });
        }
    }

    public void WriteScripts()
    {
        _context.CopyFiles(Paths.Benchmarks.CombineWithFilePath("scripts/*.cake").FullPath, Scripts);
        _context.CopyFileToDirectory(Paths.Root.CombineWithFilePath("global.json"), Scripts);
        _context.EnsureDirectoryExists(Scripts.Combine(".config"));
        _context.CopyFileToDirectory(Paths.Root.CombineWithFilePath(".config/dotnet-tools.json"), Scripts.Combine(".config"));
        System.IO.File.WriteAllText(Scripts.CombineWithFilePath("nuget.config").FullPath, """
            <configuration>
              <packageSources>
                <add key="benchmark" value="../feed" />
              </packageSources>
            </configuration>
            """);
    }

    // All alike: ahead of time where the feed has the compiler for it, else just in time.
    public void PublishPrograms()
    {
        if (!_context.HasArgument("benchmark-jit"))
        {
            try
            {
                PublishAll(readyToRun: true);
                BuiltAs = "ReadyToRun, Release";
                return;
            }
            catch (CakeException error)
            {
                _context.Warning("No ReadyToRun compiler here, so the programs are compiled just in time: {0}", error.Message);
            }
        }

        PublishAll(readyToRun: false);
        BuiltAs = "just-in-time, Release";
    }

    public int Compare(int runs) => _context.StartProcess("dotnet", new ProcessSettings
    {
        Arguments = new ProcessArgumentBuilder()
            .Append("exec").AppendQuoted(Programs.CombineWithFilePath("Comparison/Comparison.dll").FullPath)
            .AppendQuoted($"--programs={Programs.FullPath}")
            .AppendQuoted($"--scripts={Scripts.FullPath}")
            .AppendQuoted($"--version={Version}")
            .AppendQuoted($"--runs={runs}")
            .AppendQuoted($"--built-as={BuiltAs}"),
    });

    public void CleanUp()
    {
        foreach (var folder in new[] { _folder, Left("cake.awsssocredentials"), Left("cake.awsssocredentials.emptyaddin") })
        {
            if (_context.DirectoryExists(folder))
            {
                _context.DeleteDirectory(folder, new DeleteDirectorySettings { Recursive = true, Force = true });
            }
        }

        DirectoryPath Left(string id) => PackageFolder.Combine(id).Combine(Version);
    }

    private void PublishAll(bool readyToRun)
    {
        foreach (var project in new[] { "OneProfile", "ManyProfiles", "SdkFloor", "ReadFloor", "Comparison" })
        {
            Publish(Paths.Benchmarks.CombineWithFilePath($"{project}/{project}.csproj"), readyToRun);
        }

        Publish(Paths.EmulatorTool, readyToRun);
    }

    private void Publish(FilePath project, bool readyToRun)
    {
        var settings = new DotNetPublishSettings
        {
            Configuration = "Release",
            OutputDirectory = Programs.Combine(project.GetFilenameWithoutExtension().FullPath),
            MSBuildSettings = Settings(readyToRun ? "ready-to-run" : "just-in-time"),
            Verbosity = DotNetVerbosity.Quiet,
        };
        if (readyToRun)
        {
            settings.Runtime = System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier;
            settings.SelfContained = false;
            settings.MSBuildSettings.WithProperty("PublishReadyToRun", "true");
        }

        _context.DotNetPublish(project.FullPath, settings);
    }

    // No build server stays behind.
    private DotNetMSBuildSettings Settings(string folder) => new DotNetMSBuildSettings { NodeReuse = false }
        .WithProperty("UseSharedCompilation", "false")
        .WithProperty("ArtifactsPath", _folder.Combine(folder).FullPath);
}

BenchmarkRun benchmark = null;

Task("Build-Benchmark")
    .Does(() =>
{
    benchmark = new BenchmarkRun(Context);
    benchmark.PackAddIns();
    benchmark.WriteScripts();
    benchmark.PublishPrograms();
});

Task("Benchmark")
    .Description("Measures whole processes against their floors; --benchmark-runs=N, --benchmark-check, --benchmark-jit.")
    .IsDependentOn("Build-Benchmark")
    .Does(() =>
{
    const int Over = 3;
    var exitCode = benchmark.Compare(Argument("benchmark-runs", 15));
    if (exitCode == Over && !HasArgument("benchmark-check"))
    {
        Warning("A result is over its bound.");
    }
    else if (exitCode != 0)
    {
        throw new CakeException(exitCode == Over ? "A result is over its bound." : $"The comparison ended with exit code {exitCode}.");
    }
});

Teardown(context => benchmark?.CleanUp());
