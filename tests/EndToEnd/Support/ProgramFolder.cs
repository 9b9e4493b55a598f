using IdentityCenterEmulator;

namespace EndToEnd.Support;

/// <summary>
/// A folder for programs that reference the packed add-in as a package: `Projects/` of these tests, and one feed, so that nothing is asked of
/// another. What else they reference stands in the machine's package folder.
/// </summary>
internal sealed class ProgramFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cake-aws-sso-programs-");

    /// <param name="addIn">The packed add-in.</param>
    /// <param name="sdkCore">The version of the program's own AWSSDK.Core.</param>
    /// <param name="s3">The version of the program's own AWSSDK.S3.</param>
    public ProgramFolder(PackedAddIn addIn, string sdkCore = "3.7.402", string s3 = "3.7.304.1")
    {
        File.Copy(Repository.PathOf("global.json"), PathOf("global.json"));
        Write("nuget.config", $"""<configuration><packageSources><clear /><add key="feed" value="{addIn.Feed}" /></packageSources></configuration>""");
        Write("Directory.Build.props", $"""
            <Project>
              <PropertyGroup>
                <AddInVersion>{addIn.Version}</AddInVersion>
                <SdkCoreVersion>{sdkCore}</SdkCoreVersion>
                <S3Version>{s3}</S3Version>
                <CakeToolDirectory>{Path.Combine(Repository.PackageFolder, "cake.tool", "7.0.0", "tools", "net10.0", "any")}</CakeToolDirectory>
              </PropertyGroup>
            </Project>
            """);
        Copy("CakeReference.targets", "Directory.Build.targets");
        Copy("CakeSurface.cs", "CakeSurface.cs");
        Copy("Build.csproj", "Build/Build.csproj");
        Copy("BuildSteps.cs", "Build/BuildSteps.cs");
        Write("Build/Program.cs", "return BuildSteps.Run();");
        Copy("Host.csproj", "Host/Host.csproj");
        Write("Host/Program.cs", "return BuildSteps.Run();");
    }

    public string PathOf(string relative) => Path.Combine(_folder.FullName, relative);

    public void Write(string relative, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(relative))!);
        File.WriteAllText(PathOf(relative), text);
    }

    /// <summary>Runs the .NET SDK, or a program of it.</summary>
    public Task<ProcessResult> DotNetAsync(params string[] arguments) => RunAsync("dotnet", arguments);

    public Task<ProcessResult> RunAsync(string program, string[] arguments, AwsHome? home = null, EmulatorServer? emulator = null)
    {
        var variables = new Dictionary<string, string?>
        {
            ["DOTNET_CLI_HOME"] = Repository.CliHome,
            ["NUGET_PACKAGES"] = Repository.PackageFolder,
            ["HOME"] = home?.Folder ?? _folder.FullName,
            ["USERPROFILE"] = home?.Folder ?? _folder.FullName,

            // Where the SDK builds C# files.
            ["XDG_DATA_HOME"] = Directory.CreateDirectory(PathOf("data")).FullName,
        };
        foreach ((string name, string value) in emulator?.Environment ?? new Dictionary<string, string>())
        {
            variables[name] = value;
        }

        return ChildProcess.RunAsync(program, arguments, _folder.FullName, variables);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Copy(string project, string relative) => Write(relative, File.ReadAllText(Repository.PathOf($"tests/EndToEnd/Projects/{project}")));
}
