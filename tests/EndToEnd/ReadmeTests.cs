using EndToEnd.Support;
using IdentityCenterEmulator;

namespace EndToEnd;

/// <summary>The scripts that the README shows, as a newcomer would run them.</summary>
[Collection(PackedAddInGroup.Name)]
public class ReadmeTests(PackedAddIn addIn)
{
    private const string Command = "dotnet cake ";

    [Fact]
    public async Task The_first_script_deploys_with_the_command_below_it()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(
            new EmulatorOptions { SignIn = EmulatorSignIn.AutoApprove, PollInterval = TimeSpan.Zero });
        using var home = new AwsHome();
        (string script, string below) = Scripts()[0];
        string command = below.Split('\n').Select(line => line.Trim()).First(line => line.StartsWith(Command, StringComparison.Ordinal));

        ProcessResult result = await RunAsync("readme-tasks.cake", script, home, emulator, command[Command.Length..].Split(' '));

        await AssertDeployedAsync(result, home);
    }

    [Fact]
    public async Task The_script_with_the_aliases_signs_in_and_deploys()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(
            new EmulatorOptions { SignIn = EmulatorSignIn.AutoApprove, PollInterval = TimeSpan.Zero });
        using var home = new AwsHome();
        (string script, _) = Scripts()[1];

        ProcessResult login = await RunAsync("readme-aliases.cake", script, home, emulator, "--target=Login", "--aws-sso-login=device");
        ProcessResult deploy = await RunAsync("readme-aliases.cake", script, home, emulator);

        Assert.True(login.ExitCode == 0, login.All);
        await AssertDeployedAsync(deploy, home);
    }

    private static async Task AssertDeployedAsync(ProcessResult result, AwsHome home)
    {
        Assert.True(result.ExitCode == 0, result.All);
        Assert.Contains("terraform: apply -auto-approve -var aws_profile=dev-keys", result.Output, StringComparison.Ordinal);
        Assert.Contains("[dev-keys]", await File.ReadAllTextAsync(home.CredentialsPath), StringComparison.Ordinal);
    }

    // Each with what follows it.
    private static List<(string Script, string Below)> Scripts() =>
    [
        .. from block in File.ReadAllText(Repository.PathOf("README.md")).ReplaceLineEndings("\n").Split("```csharp\n")
           where block.StartsWith("#addin", StringComparison.Ordinal)
           select block.Split("```\n", 2) into parts
           select (parts[0], parts[1]),
    ];

    private Task<ProcessResult> RunAsync(string name, string script, AwsHome home, EmulatorServer emulator, params string[] arguments) => CakeScript.RunAsync(
        addIn,
        name,
        script
            .Replace("&version=0.1.0", $"&version={addIn.Version}", StringComparison.Ordinal)
            .Replace("Command([\"terraform\", \"terraform.exe\"], ", "Information(\"terraform: {0}\", ", StringComparison.Ordinal),
        home,
        emulator,
        arguments);
}
