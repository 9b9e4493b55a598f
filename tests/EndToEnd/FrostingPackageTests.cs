using System.IO.Compression;
using System.Text;
using EndToEnd.Support;
using IdentityCenterEmulator;

namespace EndToEnd;

/// <summary>The packed Frosting package in a project of its own.</summary>
public class FrostingPackageTests(PackedFrosting frosting) : IClassFixture<PackedFrosting>
{
    // Names the Cake.Frosting that a run used in its result.
    public static TheoryData<string> CakeFrostingInUse => [PackedFrosting.IsCakeFrostingThere ? "the package" : "the stand-in"];

    [Fact]
    public void The_tasks_and_the_add_in_stand_in_lib_and_nothing_else()
    {
        using ZipArchive package = ZipFile.OpenRead(frosting.Package);
        IEnumerable<string> dlls = package.Entries.Select(entry => entry.FullName).Where(name => name.EndsWith(".dll", StringComparison.Ordinal));

        Assert.Equal(
            [
                "lib/net10.0/AwsSsoCredentials.dll",
                "lib/net10.0/AwsSsoCredentials.Services.dll",
                "lib/net10.0/Cake.AwsSsoCredentials.dll",
                "lib/net10.0/Cake.Frosting.AwsSsoCredentials.dll",
            ],
            dlls.Order(StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("icon.png")]
    [InlineData("lib/net10.0/Cake.Frosting.AwsSsoCredentials.xml")]
    [InlineData("buildTransitive/Cake.Frosting.AwsSsoCredentials.targets")]
    public void It_carries_what_users_and_their_tools_read(string file)
    {
        using ZipArchive package = ZipFile.OpenRead(frosting.Package);

        Assert.True(package.GetEntry(file) is { Length: > 0 }, $"{file} is missing.");
    }

    [Fact]
    public void It_depends_on_Cake_Frosting_and_the_AWS_SDK()
    {
        string[] ids = [.. frosting.Dependencies().Select(dependency => dependency.Id)];

        Assert.Equal(["Cake.Frosting", "AWSSDK.Core", "AWSSDK.SSO", "AWSSDK.SSOOIDC", "AWSSDK.SecurityToken"], ids);
    }

    [Fact]
    public void Its_dlls_carry_its_version() => PackageFacts.AssertDllsHaveVersion(frosting.Package, file: "0.12.3", assembly: "0.12.0.0", count: 4);

    [Fact]
    public Task Its_manifest_names_the_commit_and_no_address_while_there_is_none() => PackageFacts.AssertOriginAsync(frosting.Package);

    [Fact]
    public void It_names_no_folder_of_the_machine_that_packed_it() => PackageFacts.AssertNoBuildPath(frosting.Package, symbols: 4);

    [Fact]
    public async Task Its_manifest_names_the_addresses_once_there_are_some()
    {
        ProcessResult result = await ChildProcess.RunAsync(
            "dotnet",
            ["msbuild", "src/Cake.Frosting.AwsSsoCredentials", "-t:SetNuspecProperties", "-getProperty:NuspecProperties",
                "-p:PackageProjectUrl=https://example.com/project", "-p:RepositoryUrl=https://example.com/repository"],
            Repository.Root);

        Assert.True(result.ExitCode == 0, result.All);
        Assert.Contains("project=<projectUrl>https://example.com/project</projectUrl>", result.Output, StringComparison.Ordinal);
        Assert.Contains("repository=<repository type=\"git\" url=\"https://example.com/repository\"", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Packing_refuses_the_stand_in_even_when_it_is_told_to_pack_it()
    {
        string output = Path.Combine(frosting.Folder, "refused");

        ProcessResult result = await ChildProcess.RunAsync(
            "dotnet",
            ["pack", "build/frosting-standin", "-c", "Release", "-o", output, "-p:IsPackable=true", "--artifacts-path", Path.Combine(frosting.Folder, "refused-build")],
            Repository.Root);

        Assert.True(result.ExitCode != 0, result.All);
        Assert.Contains("must not be packed", result.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(output, "*.nupkg"));
    }

    [Theory]
    [MemberData(nameof(CakeFrostingInUse))]
    public async Task A_new_project_restores_builds_and_deploys_with_it(string cakeFrosting)
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync();
        using var home = new AwsHome();
        home.LogIn(emulator);
        string project = frosting.MakeProject(PackedFrosting.Project, """
            using Cake.Common.Diagnostics;
            using Cake.Core;
            using Cake.Frosting;

            return new CakeHost().AddSsoCredentialTasks().Run(args);

            [TaskName("Deploy")]
            [IsDependentOn(typeof(WriteCredentialsProfileTask))]
            public sealed class DeployTask : FrostingTask
            {
                public override void Run(ICakeContext context)
                {
                    SsoHandOver sso = context.Data.Get<SsoHandOver>();
                    context.Information("Deploying to {0} with {1}", sso.Credentials!.AccountId, sso.TargetProfile);
                }
            }
            """);

        ProcessResult build = await frosting.RunAsync(project, ["build", "--nologo"]);
        ProcessResult deploy = await frosting.RunAsync(
            project, ["run", "--no-build", "--", "--target=Deploy", "--aws-profile=dev", "--aws-target-profile=dev-keys"], home, emulator);

        Assert.True(build.ExitCode == 0, $"{cakeFrosting}: {build.All}");
        Assert.Contains("0 Warning(s)", build.Output, StringComparison.Ordinal);
        Assert.True(deploy.ExitCode == 0, $"{cakeFrosting}: {deploy.All}");
        Assert.Contains("Deploying to 111122223333 with dev-keys", deploy.Output, StringComparison.Ordinal);
        Assert.Contains("[dev-keys]", await File.ReadAllTextAsync(home.CredentialsPath, Encoding.UTF8), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(CakeFrostingInUse))]
    public async Task The_README_of_the_package_compiles(string cakeFrosting)
    {
        string[] parts = (await File.ReadAllTextAsync(Repository.PathOf("src/Cake.Frosting.AwsSsoCredentials/README.md"))).Split("```csharp\n");
        string[] blocks = [.. parts.Skip(1).Select(part => part[..part.IndexOf("```", StringComparison.Ordinal)])];
        string project = frosting.MakeProject(PackedFrosting.Project, string.Join('\n', blocks));

        ProcessResult build = await frosting.RunAsync(project, ["build", "--nologo"]);

        Assert.Equal(2, blocks.Length);
        Assert.True(build.ExitCode == 0, $"{cakeFrosting}: {build.All}");
    }

    [Theory]
    [MemberData(nameof(CakeFrostingInUse))]
    public async Task A_build_without_implicit_usings_needs_no_other_than_the_add_ins(string cakeFrosting)
    {
        string project = frosting.MakeProject(PackedFrosting.Project.Replace("<ImplicitUsings>enable</ImplicitUsings>", "", StringComparison.Ordinal), """
            using Cake.AwsSsoCredentials;
            using Cake.Core;
            using Cake.Frosting;

            return new CakeHost().UseContext<BuildContext>().AddSsoCredentialTasks().Run(args);

            public sealed class BuildContext(ICakeContext context) : FrostingContext(context), ISsoCredentialsContext
            {
                public WriteCredentialsProfileSettings? WriteCredentialsProfileSettings => new() { TargetProfile = "dev-keys" };

                public SsoCredentials? SsoCredentials { get; set; }
            }
            """);

        ProcessResult build = await frosting.RunAsync(project, ["build", "--nologo"]);

        Assert.True(build.ExitCode == 0, $"{cakeFrosting}: {build.All}");
    }
}
