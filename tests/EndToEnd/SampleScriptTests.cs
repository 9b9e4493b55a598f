using EndToEnd.Support;
using IdentityCenterEmulator;

namespace EndToEnd;

/// <summary>What samples/script shows, as a user would run it.</summary>
[Collection(PackedAddInGroup.Name)]
public class SampleScriptTests(PackedAddIn addIn)
{
    private const string Placeholder = "&version=0.1.0";

    [Fact]
    public async Task Login_and_Deploy_end_with_the_identity_that_STS_names()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(
            new EmulatorOptions { SignIn = EmulatorSignIn.AutoApprove, PollInterval = TimeSpan.Zero });
        using var home = new AwsHome();

        ProcessResult login = await RunAsync(home, emulator, "--target=Login", "--aws-sso-login=device");
        ProcessResult deploy = await RunAsync(home, emulator, "--target=Deploy");

        Assert.True(login.ExitCode == 0, login.All);
        Assert.Contains(emulator.Url.GetLeftPart(UriPartial.Authority), login.Output, StringComparison.Ordinal);
        Assert.True(deploy.ExitCode == 0, deploy.All);
        Assert.Contains("Deploying as arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Developer_", deploy.Output, StringComparison.Ordinal);
        Assert.StartsWith(AwsHome.TypicalCredentials, await File.ReadAllTextAsync(home.CredentialsPath), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_tells_each_step_and_no_secret()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync();
        using var home = new AwsHome();
        string token = home.LogIn(emulator);
        string accessToken = System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(token))!["accessToken"]!.GetValue<string>();

        ProcessResult deploy = await RunAsync(home, emulator, "--target=WriteCredentialsProfile", "--verbosity=diagnostic");
        ProcessResult clear = await RunAsync(home, emulator, "--target=ClearSsoCache");

        Assert.Contains("ccess token acquired from", deploy.Output, StringComparison.Ordinal);
        Assert.Contains("emporary credentials generated", deploy.Output, StringComparison.Ordinal);
        Assert.Contains("redentials file ready to be rewritten", deploy.Output, StringComparison.Ordinal);
        Assert.Contains("credentials file written", deploy.Output, StringComparison.Ordinal);
        Assert.Contains("Success! Cache cleared", clear.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(token));
        string[] secrets = [accessToken, .. SecretsOf(home)];
        Assert.Equal(3, secrets.Length);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, deploy.All, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_anybody_to_sign_in_Login_fails_at_once_and_names_the_command()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync();
        using var home = new AwsHome();

        ProcessResult login = await RunAsync(home, emulator, "--target=Login");

        Assert.True(login.ExitCode != 0, login.All);
        Assert.Contains("--aws-sso-login=device", login.Error, StringComparison.Ordinal);
        Assert.Equal(0, emulator.Calls.Total);
    }

    private static IEnumerable<string> SecretsOf(AwsHome home) =>
        from line in File.ReadLines(home.CredentialsPath).SkipWhile(line => line != "[dev-keys]")
        let parts = line.Split(" = ", 2)
        where parts[0] is "aws_secret_access_key" or "aws_session_token"
        select parts[1];

    private Task<ProcessResult> RunAsync(AwsHome home, EmulatorServer emulator, params string[] arguments)
    {
        string sample = File.ReadAllText(Repository.PathOf("samples/script/build.cake"));
        Assert.Equal(2, sample.Split(Placeholder).Length);
        return CakeScript.RunAsync(
            addIn, "build.cake", sample.Replace(Placeholder, $"&version={addIn.Version}", StringComparison.Ordinal), home, emulator, arguments);
    }
}
