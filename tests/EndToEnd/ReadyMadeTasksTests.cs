using EndToEnd.Support;
using IdentityCenterEmulator;

namespace EndToEnd;

/// <summary>The tasks that `#load` brings into a script, by way of samples/script-tasks.</summary>
[Collection(PackedAddInGroup.Name)]
public class ReadyMadeTasksTests(PackedAddIn addIn)
{
    private const string Placeholder = "&version=0.1.0";

    [Fact]
    public async Task Deploy_gets_its_keys_and_takes_them_again_the_next_time()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync();
        using var home = new AwsHome();
        home.LogIn(emulator);
        string[] arguments = ["--target=Deploy", "--aws-profile=dev", "--aws-target-profile=dev-keys"];

        ProcessResult first = await RunAsync(home, emulator, arguments);
        byte[] written = home.CredentialsBytes;
        ProcessResult second = await RunAsync(home, emulator, arguments);

        const string Deployed = "Deploying to account 111122223333 as Developer with profile dev-keys";
        Assert.True(first.ExitCode == 0, first.All);
        Assert.Contains(Deployed, first.Output, StringComparison.Ordinal);
        Assert.Contains("[dev-keys]", await File.ReadAllTextAsync(home.CredentialsPath), StringComparison.Ordinal);
        Assert.True(second.ExitCode == 0, second.All);
        Assert.Contains(Deployed, second.Output, StringComparison.Ordinal);
        Assert.Contains("WriteCredentialsProfile skipped", second.Output, StringComparison.Ordinal);
        Assert.Equal(written, home.CredentialsBytes);
        Assert.Equal(1, emulator.Calls.Count(EmulatorOperation.GetRoleCredentials));
    }

    [Fact]
    public async Task A_login_on_the_command_line_comes_first_and_ClearSsoCache_ends_it()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(
            new EmulatorOptions { SignIn = EmulatorSignIn.AutoApprove, PollInterval = TimeSpan.Zero });
        using var home = new AwsHome();

        ProcessResult deploy = await RunAsync(home, emulator, "--aws-profile=dev", "--aws-target-profile=dev-keys", "--aws-sso-login=device");
        string[] tokens = Directory.GetFiles(home.TokenFolder, "*.json");
        ProcessResult clear = await RunAsync(home, emulator, "--target=ClearSsoCache");

        Assert.True(deploy.ExitCode == 0, deploy.All);
        Assert.NotEmpty(tokens);
        Assert.True(clear.ExitCode == 0, clear.All);
        Assert.Contains("Cache cleared: 1 SSO token", clear.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_token_Deploy_does_not_run_and_one_line_says_why()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync();
        using var home = new AwsHome();

        ProcessResult result = await RunAsync(home, emulator, "--aws-profile=dev");

        Assert.True(result.ExitCode != 0, result.All);
        string error = Assert.Single(result.Error.Split('\n'), line => line.StartsWith("Error: ", StringComparison.Ordinal));
        Assert.Contains("aws sso login --sso-session corp", error, StringComparison.Ordinal);
        Assert.DoesNotContain("Deploying", result.Output, StringComparison.Ordinal);
        Assert.Equal(AwsHome.TypicalCredentials, await File.ReadAllTextAsync(home.CredentialsPath));
    }

    [Fact]
    public async Task The_tree_shows_them()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync();
        using var home = new AwsHome();

        ProcessResult result = await RunAsync(home, emulator, "--tree");

        Assert.True(result.ExitCode == 0, result.All);
        Assert.Contains(
            "Deploy\n└─WriteCredentialsProfile\n   └─GenerateSsoCredentials", result.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("ClearSsoCache", result.Output, StringComparison.Ordinal);
    }

    private Task<ProcessResult> RunAsync(AwsHome home, EmulatorServer emulator, params string[] arguments)
    {
        string sample = File.ReadAllText(Repository.PathOf("samples/script-tasks/build.cake"));
        Assert.Equal(3, sample.Split(Placeholder).Length);
        string script = sample.Replace(Placeholder, $"&version={addIn.Version}", StringComparison.Ordinal);
        return CakeScript.RunAsync(addIn, "tasks.cake", script, home, emulator, arguments);
    }
}
