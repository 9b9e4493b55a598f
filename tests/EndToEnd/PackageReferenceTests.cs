using System.Text.Json.Nodes;
using EndToEnd.Support;
using IdentityCenterEmulator;

namespace EndToEnd;

/// <summary>Projects that reference the package, as Cake.Sdk's are, and no <c>#addin</c>.</summary>
[Collection(PackedAddInGroup.Name)]
public class PackageReferenceTests(PackedAddIn addIn)
{
    private const string Services = "AwsSsoCredentials.Services";

    [Theory]
    [InlineData("3.7.304.1", "3.7.402")]
    [InlineData("4.1.0", "4.1.0")]
    public async Task After_build_and_publish_and_out_of_a_referencing_project_keys_come_beside_another_S3(string s3, string core)
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync();
        using var home = new AwsHome();
        home.LogIn(emulator);
        using var programs = new ProgramFolder(addIn, core, s3);

        ProcessResult publish = await programs.DotNetAsync("publish", "Host", "-o", programs.PathOf("published"), "--nologo");
        Assert.True(publish.ExitCode == 0, publish.All);

        // Without what the build left elsewhere.
        Directory.Move(programs.PathOf("published"), programs.PathOf("elsewhere"));
        foreach (string program in new[] { programs.PathOf("Build/bin/Release/net10.0/Build.dll"), programs.PathOf("elsewhere/Host.dll") })
        {
            File.WriteAllText(home.CredentialsPath, AwsHome.TypicalCredentials);
            ProcessResult run = await programs.RunAsync("dotnet", [program], home, emulator);

            Assert.True(run.ExitCode == 0, $"{program}: {run.All}");
            Assert.Contains($"before: /key by AWSSDK.Core {core}", run.Output, StringComparison.Ordinal);
            Assert.Contains($"after: /key by AWSSDK.Core {core}", run.Output, StringComparison.Ordinal);
            Assert.Contains("account: 111122223333", run.Output, StringComparison.Ordinal);
            Assert.Contains("[dev-keys]", File.ReadAllText(home.CredentialsPath), StringComparison.Ordinal);
            Assert.Equal([$"AWSSDK.Core/{core}"], PartsOfOursIn(Path.ChangeExtension(program, "deps.json")));
        }
    }

    [Fact]
    public async Task A_form_of_publishing_that_cannot_load_the_AWS_SDK_is_refused_when_publishing_and_says_so_when_run_and_clean_leaves_nothing()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync();
        using var home = new AwsHome();
        home.LogIn(emulator);
        using var programs = new ProgramFolder(addIn);
        string published = programs.PathOf("published");

        // Without the analyzer, which is a package that not every feed has.
        ProcessResult forced = await programs.DotNetAsync(
            "publish", "Build", "-o", published, "--nologo", "--use-current-runtime", "--no-self-contained", "-p:PublishSingleFile=true",
            "-p:EnableSingleFileAnalyzer=false", "-p:CheckAwsSsoCredentialsPublish=false");
        Assert.True(forced.ExitCode == 0, forced.All);
        ProcessResult run = await programs.RunAsync(Path.Combine(published, OperatingSystem.IsWindows() ? "Build.exe" : "Build"), [], home, emulator);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("SsoConfigurationException: The AWS SDK cannot be loaded by this program, which was published as a single file or with Native AOT", run.Error, StringComparison.Ordinal);
        Assert.Contains("PublishSingleFile=false, PublishTrimmed=false and PublishAot=false", run.Error, StringComparison.Ordinal);

        string[] output =
        [
            .. Directory.GetFiles(programs.PathOf("Build/bin"), "*.dll", SearchOption.AllDirectories)
                .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) == Services),
        ];
        Assert.Equal(5, output.Length);

        // What publishing runs first; publishing itself would look for tools that not every feed has.
        ProcessResult refused = await programs.DotNetAsync(
            "msbuild", "Build", "-nologo", "-t:CheckAwsSsoCredentialsPublish", "-p:PublishAot=true", "-p:PublishSingleFile=true");
        ProcessResult cleaned = await programs.DotNetAsync(
            "msbuild", "Build", "-nologo", "-t:Clean", "-p:Configuration=Release", "-p:UseCurrentRuntimeIdentifier=true", "-p:SelfContained=false");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("error AWSSSO0901: A program that is published with PublishAot and PublishSingleFile cannot call AWS", refused.Output, StringComparison.Ordinal);
        Assert.Contains("#:property PublishAot=false", refused.Output, StringComparison.Ordinal);
        Assert.True(cleaned.ExitCode == 0, cleaned.All);
        Assert.All(output, file => Assert.False(File.Exists(file), file));
    }

    // Of the name of one of ours, that is.
    private static IEnumerable<string> PartsOfOursIn(string dependencies) =>
        from library in JsonNode.Parse(File.ReadAllText(dependencies))!["libraries"]!.AsObject()
        where library.Key.Split('/')[0] is "AWSSDK.Core" or "AWSSDK.SSO" or "AWSSDK.SSOOIDC" or "AWSSDK.SecurityToken" or Services
        select library.Key;
}
