// The main job: samples/script on the embedded emulator, with the packed add-in, in a real `dotnet cake`, as a newcomer's first run.
// Everything it makes stands in one folder of its own below artifacts/, with a throwaway AWS home; the teardown removes it. After Ctrl-C there is
// no teardown: the next run removes it.
public sealed class SampleRun
{
    private readonly ICakeContext _context;
    private readonly FileStream _mark;
    private IProcess _emulator;

    public SampleRun(ICakeContext context)
    {
        _context = context;
        // A version never used before: Cake prefers what an earlier run left in tools/ or in the package folder.
        Version = $"0.0.0-sample.{DateTime.UtcNow.Ticks}";
        Folder = Paths.Artifacts.Combine($"sample-{Version[13..]}");
        RemoveInterruptedRuns();
        context.EnsureDirectoryExists(Feed);
        _mark = new FileStream(Mark(Folder), FileMode.CreateNew, FileAccess.Write, FileShare.None);
        context.EnsureDirectoryExists(Script);
        context.EnsureDirectoryExists(Home.Combine(".aws"));
    }

    public string Version { get; }

    public DirectoryPath Folder { get; }

    public DirectoryPath Feed => Folder.Combine("feed");

    private DirectoryPath Build => Folder.Combine("build");

    public DirectoryPath Home => Folder.Combine("home");

    private DirectoryPath Script => Folder.Combine("script");

    // Where the .NET SDK and NuGet keep what they keep.
    private DirectoryPath CliHome => _context.Environment.GetEnvironmentVariable("DOTNET_CLI_HOME") is { Length: > 0 } folder
        ? folder
        : _context.Environment.GetSpecialPath(SpecialPath.UserProfile);

    // The emulator is on this machine; a proxy for all else would not find it.
    private string NoProxy
    {
        get
        {
            var lower = _context.Environment.GetEnvironmentVariable("no_proxy");
            var hosts = string.IsNullOrEmpty(lower) ? _context.Environment.GetEnvironmentVariable("NO_PROXY") : lower;
            return string.IsNullOrEmpty(hosts) ? "127.0.0.1" : $"{hosts},127.0.0.1";
        }
    }

    private DirectoryPath PackageFolder => _context.Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
        ? folder
        : CliHome.Combine(".nuget/packages");

    // No build server stays behind: the run leaves no process.
    public DotNetMSBuildSettings MSBuildSettings => new DotNetMSBuildSettings { NodeReuse = false }
        .WithProperty("UseSharedCompilation", "false")
        .WithProperty("ArtifactsPath", Build.FullPath);

    public void WriteScript()
    {
        // What a user copies, with the version that was just packed.
        const string Placeholder = "&version=0.1.0";
        var sample = System.IO.File.ReadAllText(Paths.Root.CombineWithFilePath("samples/script/build.cake").FullPath);
        if (sample.Split(Placeholder).Length != 2)
        {
            throw new CakeException($"samples/script/build.cake must name {Placeholder} once.");
        }

        System.IO.File.WriteAllText(Script.CombineWithFilePath("build.cake").FullPath, sample.Replace(Placeholder, $"&version={Version}"));
        System.IO.File.WriteAllText(Script.CombineWithFilePath("nuget.config").FullPath, """
            <configuration>
              <packageSources>
                <add key="sample" value="../feed" />
              </packageSources>
            </configuration>
            """);
    }

    public void WriteSharedConfig() => System.IO.File.WriteAllText(Home.CombineWithFilePath(".aws/config").FullPath, """
        [sso-session corp]
        sso_start_url = https://d-0123456789.awsapps.com/start
        sso_region = eu-central-1
        sso_registration_scopes = sso:account:access

        [profile dev]
        sso_session = corp
        sso_account_id = 111122223333
        sso_role_name = Developer
        region = eu-central-1

        """);

    public void StartEmulator()
    {
        var tool = Build.CombineWithFilePath("bin/IdentityCenterEmulator.Tool/release/IdentityCenterEmulator.Tool.dll");
        var ready = Folder.CombineWithFilePath("emulator.url");
        _emulator = _context.StartAndReturnProcess("dotnet", new ProcessSettings
        {
            Arguments = new ProcessArgumentBuilder()
                .AppendQuoted(tool.FullPath)
                .Append("--port 0 --auto-approve")
                .Append($"--parent {Environment.ProcessId}")
                .Append("--ready-file").AppendQuoted(ready.FullPath),
        });

        var patience = System.Diagnostics.Stopwatch.StartNew();
        while (!System.IO.File.Exists(ready.FullPath))
        {
            if (patience.Elapsed > TimeSpan.FromSeconds(30))
            {
                throw new CakeException("The emulator did not come up within 30 seconds; see its output above.");
            }

            System.Threading.Thread.Sleep(50);
        }

        EmulatorUrl = System.IO.File.ReadAllText(ready.FullPath).Trim();
    }

    private string EmulatorUrl { get; set; }

    public void RunScript(string target, string arguments = "")
    {
        var exitCode = _context.StartProcess("dotnet", new ProcessSettings
        {
            WorkingDirectory = Script,
            Arguments = $"cake build.cake --target={target} {arguments}",
            EnvironmentVariables = new Dictionary<string, string>
            {
                // The AWS home is a throwaway; the .NET SDK and NuGet keep theirs.
                ["HOME"] = Home.FullPath,
                ["USERPROFILE"] = Home.FullPath,
                ["AWS_CONFIG_FILE"] = Home.CombineWithFilePath(".aws/config").FullPath,
                ["AWS_SHARED_CREDENTIALS_FILE"] = Home.CombineWithFilePath(".aws/credentials").FullPath,
                ["DOTNET_CLI_HOME"] = CliHome.FullPath,
                ["NUGET_PACKAGES"] = PackageFolder.FullPath,
                ["AWS_ENDPOINT_URL_SSO"] = EmulatorUrl,
                ["AWS_ENDPOINT_URL_SSO_OIDC"] = EmulatorUrl,
                ["AWS_ENDPOINT_URL_STS"] = EmulatorUrl,
                // .NET reads the first of the two that is set.
                ["no_proxy"] = NoProxy,
                ["NO_PROXY"] = NoProxy,
                ["AWS_PROFILE"] = null,
                ["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"] = null,
            },
        });
        if (exitCode != 0)
        {
            throw new CakeException($"The sample's target {target} ended with exit code {exitCode}.");
        }
    }

    // Held open while the run goes on, also against another run in the same clone.
    private static string Mark(DirectoryPath run) => run.CombineWithFilePath("running").FullPath;

    private void RemoveInterruptedRuns()
    {
        foreach (var run in _context.GetDirectories(Paths.Artifacts.FullPath + "/sample-*"))
        {
            try
            {
                new FileStream(Mark(run), FileMode.Open, FileAccess.Write, FileShare.None).Dispose();
            }
            catch (IOException)
            {
                // It goes on, or has only just begun.
                continue;
            }

            Remove(run);
        }
    }

    private void Remove(DirectoryPath folder)
    {
        if (_context.DirectoryExists(folder))
        {
            _context.DeleteDirectory(folder, new DeleteDirectorySettings { Recursive = true, Force = true });
        }
    }

    public void CleanUp()
    {
        if (_emulator is not null)
        {
            _emulator.Kill();
            _emulator.WaitForExit();
        }

        _mark.Dispose();
        Remove(Folder);
        Remove(PackageFolder.Combine("cake.awsssocredentials").Combine(Version));
    }
}

SampleRun sample = null;

Task("Pack-For-Sample")
    .Does(() =>
{
    sample = new SampleRun(Context);
    DotNetPack(Paths.AddIn.FullPath, new DotNetPackSettings
    {
        Configuration = "Release",
        OutputDirectory = sample.Feed,
        MSBuildSettings = sample.MSBuildSettings.WithProperty("Version", sample.Version),
        Verbosity = DotNetVerbosity.Quiet,
    });
    DotNetBuild(Paths.EmulatorTool.FullPath, new DotNetBuildSettings
    {
        Configuration = "Release",
        MSBuildSettings = sample.MSBuildSettings,
        Verbosity = DotNetVerbosity.Quiet,
    });
});

Task("Start-Emulator")
    .IsDependentOn("Pack-For-Sample")
    .Does(() =>
{
    sample.WriteScript();
    sample.WriteSharedConfig();
    sample.StartEmulator();
});

Task("Sample-Clear-Sso-Cache").IsDependentOn("Start-Emulator").Does(() => sample.RunScript("ClearSsoCache"));

Task("Sample-Login").IsDependentOn("Sample-Clear-Sso-Cache").Does(() => sample.RunScript("Login", "--aws-sso-login=device"));

Task("Deploy")
    .Description("The main job: packs the add-in, starts the emulator and lets samples/script clear the cache, sign in and deploy.")
    .IsDependentOn("Sample-Login")
    .Does(() => sample.RunScript("Deploy"));

Teardown(context => sample?.CleanUp());
