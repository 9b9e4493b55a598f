using System.Reflection;
using EndToEnd.Support;
using IdentityCenterEmulator;

namespace EndToEnd;

/// <summary>samples/frosting as its Program.cs says to run it, in a CI system's conditions.</summary>
public class FrostingSampleTests
{
    [Fact]
    public async Task Without_a_profile_Deploy_runs_on_the_embedded_emulator_and_leaves_the_home_alone()
    {
        using var home = new AwsHome(credentials: null);
        string[] before = Directory.GetFiles(home.Folder, "*", SearchOption.AllDirectories);

        // Nor does a proxy that the machine goes through come in between.
        var proxy = new Dictionary<string, string> { ["HTTP_PROXY"] = "http://127.0.0.1:9", ["http_proxy"] = "http://127.0.0.1:9" };
        ProcessResult result = await RunAsync(home, proxy, "--target=Deploy");

        Assert.True(result.ExitCode == 0, result.All);
        Assert.Contains("Deploying as arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Developer_", result.Output, StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFiles(home.Folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task With_a_profile_it_takes_the_home_and_the_endpoints_of_the_environment()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync();
        using var home = new AwsHome();
        home.LogIn(emulator);

        ProcessResult result = await RunAsync(home, emulator, "--target=Deploy", "--aws-profile=dev");

        Assert.True(result.ExitCode == 0, result.All);
        Assert.Contains("Deploying as arn:aws:sts::111122223333:", result.Output, StringComparison.Ordinal);
        Assert.Contains("[dev-keys]", await File.ReadAllTextAsync(home.CredentialsPath), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_credential_task_stops_Deploy_with_one_line()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync();
        using var home = new AwsHome();

        ProcessResult result = await RunAsync(home, emulator, "--target=Deploy", "--aws-profile=dev");

        Assert.True(result.ExitCode != 0, result.All);
        string error = Assert.Single(result.Error.Split('\n'), line => line.StartsWith("Error: ", StringComparison.Ordinal));
        Assert.Contains("aws sso login --sso-session corp", error, StringComparison.Ordinal);
        Assert.DoesNotContain("Deploying", result.Output, StringComparison.Ordinal);
    }

    // Built with this project: nothing is left to build.
    private static Task<ProcessResult> RunAsync(AwsHome home, EmulatorServer emulator, params string[] arguments) =>
        RunAsync(home, new Dictionary<string, string>(emulator.Environment), arguments);

    private static Task<ProcessResult> RunAsync(AwsHome home, Dictionary<string, string> environment, params string[] arguments)
    {
        var variables = new Dictionary<string, string?>
        {
            ["CI"] = "true",
            ["HOME"] = home.Folder,
            ["USERPROFILE"] = home.Folder,
            ["DOTNET_CLI_HOME"] = Repository.CliHome,
            ["NUGET_PACKAGES"] = Repository.PackageFolder,
        };
        foreach ((string name, string value) in environment)
        {
            variables[name] = value;
        }

        string configuration = typeof(FrostingSampleTests).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        return ChildProcess.RunAsync(
            "dotnet", ["run", "--no-build", "-c", configuration, "--project", "samples/frosting", "--", .. arguments], Repository.Root, variables);
    }
}
