using EndToEnd.Support;
using IdentityCenterEmulator;

namespace EndToEnd;

/// <summary>A build that cannot get its keys stops with one line that names the remedy, and loses nothing.</summary>
[Collection(PackedAddInGroup.Name)]
public class FailingBuildTests(PackedAddIn addIn)
{
    [Fact]
    public async Task A_missing_token_names_the_login_command()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync();
        using var home = new AwsHome();

        ProcessResult result = await DeployAsync(home, emulator.Url);

        AssertFailsWith(result, home, "Nobody is logged in to SSO session 'corp'", "aws sso login --sso-session corp", "LoginSso(");
    }

    [Fact]
    public async Task An_expired_token_names_the_login_command()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync();
        using var home = new AwsHome();
        home.LogIn(emulator, TimeSpan.FromMinutes(-1), refreshable: false);

        ProcessResult result = await DeployAsync(home, emulator.Url);

        AssertFailsWith(result, home, "The token of SSO session 'corp' in ", " expired at ", "aws sso login --sso-session corp");
        Assert.Equal(0, emulator.Calls.Count(EmulatorOperation.GetRoleCredentials));
    }

    [Fact]
    public async Task A_misspelt_profile_names_the_one_that_was_meant()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync();
        using var home = new AwsHome();

        ProcessResult result = await DeployAsync(home, emulator.Url, "--profile=devv");

        AssertFailsWith(result, home, "Profile 'devv' was not found in ", "Did you mean 'dev'?", Path.Combine(home.Folder, ".aws", "config"));
    }

    [Fact]
    public async Task A_profile_without_SSO_keys_is_named_as_such()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync();
        using var home = new AwsHome();

        ProcessResult result = await DeployAsync(home, emulator.Url, "--profile=plain");

        AssertFailsWith(result, home, "Profile 'plain' ([profile plain] of ~/.aws/config) is not an SSO profile", "sso_session", "aws configure sso");
    }

    [Fact]
    public async Task A_role_that_is_not_assigned_is_named_with_its_account()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync();
        using var home = new AwsHome();
        home.LogIn(emulator);

        ProcessResult result = await DeployAsync(home, emulator.Url, "--profile=unassigned");

        AssertFailsWith(result, home, "Role 'Administrator' is not assigned to you in account 111122223333", "'unassigned'", "sso_role_name", "ask whoever manages");
    }

    [Fact]
    public async Task A_portal_that_is_down_is_named_by_its_URL()
    {
        Uri closed;
        using var home = new AwsHome();
        await using (EmulatorServer emulator = await EmulatorServer.StartAsync())
        {
            home.LogIn(emulator);
            closed = emulator.Url;
        }

        ProcessResult result = await DeployAsync(home, closed);

        AssertFailsWith(
            result, home, "IAM Identity Center could not be asked for the credentials of profile 'dev'", closed.GetLeftPart(UriPartial.Authority), "HTTPS_PROXY", "AWS_ENDPOINT_URL_SSO");
    }

    [Fact]
    public async Task A_syntax_error_in_the_config_file_is_named_by_file_and_line()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync();
        string[] lines = AwsHome.TypicalConfig.Split('\n');
        int line = Array.IndexOf(lines, "[profile dev]") + 2;
        using var home = new AwsHome(string.Join('\n', [.. lines[..(line - 1)], "stray", .. lines[(line - 1)..]]));

        ProcessResult result = await DeployAsync(home, emulator.Url);

        AssertFailsWith(result, home, "~/.aws/config, line ", $", line {line}: Expected an '=' sign");
    }

    [Fact]
    public async Task A_credentials_file_that_may_not_be_written_is_named()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync();
        using var home = new AwsHome();
        home.LogIn(emulator);
        new FileInfo(home.CredentialsPath).IsReadOnly = true;

        ProcessResult result = await DeployAsync(home, emulator.Url);

        AssertFailsWith(result, home, "Cannot write ~/.aws/credentials: it is read-only", OperatingSystem.IsWindows() ? "attrib -r" : "chmod u+w");
    }

    // What an error begins with stands in the README's table, where a newcomer looks for it.
    private static void AssertFailsWith(ProcessResult result, AwsHome home, string beginning, params string[] words)
    {
        Assert.Contains($"\n| `{beginning}", File.ReadAllText(Repository.PathOf("README.md")).ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.True(result.ExitCode != 0, result.All);
        string[] errors = [.. result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.StartsWith("Error: ", StringComparison.Ordinal))];
        string error = Assert.Single(errors);
        Assert.StartsWith("Error: " + beginning.Replace("~/.aws/", Path.Combine(home.Folder, ".aws") + Path.DirectorySeparatorChar, StringComparison.Ordinal), error, StringComparison.Ordinal);
        Assert.All(words, word => Assert.Contains(word, error, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", result.All, StringComparison.Ordinal);
        Assert.DoesNotContain("deployed", result.Output, StringComparison.Ordinal);
        Assert.Equal(AwsHome.TypicalCredentials, System.Text.Encoding.UTF8.GetString(home.CredentialsBytes));
    }

    private Task<ProcessResult> DeployAsync(AwsHome home, Uri portal, params string[] arguments) =>
        CakeScript.RunAsync(addIn, "failing.cake", $$"""
            #addin nuget:?package=Cake.AwsSsoCredentials&version={{addIn.Version}}
            Task("WriteCredentialsProfile")
                .Does(() => WriteCredentialsProfile(GenerateSsoCredentials(Argument("profile", "dev")), "dev-keys"));
            Task("Deploy")
                .IsDependentOn("WriteCredentialsProfile")
                .Does(() => Information("deployed"));
            RunTarget("Deploy");
            """, home, portal, arguments);
}
