using AwsSsoCredentials.Tests.Support;
using Cake.Frosting.AwsSsoCredentials.Tests.Support;
using IdentityCenterEmulator;

namespace Cake.Frosting.AwsSsoCredentials.Tests;

/// <summary>The ready-made tasks in a whole build, at the highest verbosity: what is printed carries no command for a terminal or a CI system.</summary>
public sealed class HostileTasksTests
{
    private const string Name = "::error::evil##vso[task.prependpath";
    private const string Config = $"""
        [sso-session "{Name}"]
        sso_start_url = https://d-0123456789.awsapps.com/start/##vso[task.prependpath]/tmp/evil
        sso_region = eu-central-1
        sso_registration_scopes = sso:account:access

        [profile "{Name}"]
        sso_session = {Name}
        sso_account_id = 111122223333
        sso_role_name = Developer

        [profile "evil{"\u001b"}[2J"]
        sso_session = ::evil

        """;

    [Theory]
    [InlineData("WriteCredentialsProfile", Name, "verificationUri", "http://127.0.0.1/##vso[task.prependpath]/tmp/evil", true)]
    [InlineData("WriteCredentialsProfile", Name, "userCode", "##teamcity[evil]", true)]
    [InlineData("WriteCredentialsProfile", Name, "userCode", "evil\u001b[2J\n::error::evil", false)]
    [InlineData("GenerateSsoCredentials", "evil\u001b[2J", "userCode", "AB-CD", false)]
    [InlineData("GenerateSsoCredentials", "::error::evil", "userCode", "AB-CD", false)]
    [InlineData("ClearSsoCache", "::error::evil", "userCode", "AB-CD", true)]
    public async Task A_build_prints_no_command(string target, string profile, string member, string value, bool succeeds)
    {
        await using TasksFixture fixture = await TasksFixture.StartAsync(EmulatorSignIn.AutoApprove);
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(fixture.Home.CredentialsPath)!, "config"), Config);
        fixture.Emulator.Faults.Set(EmulatorOperation.StartDeviceAuthorization, EmulatorFault.Replace(member, value));

        BuildResult result = fixture.Run(
            $"--target={target}", $"--aws-profile={profile}", "--aws-target-profile=evil##[keys", "--aws-sso-login=device", "--verbosity=diagnostic");

        Assert.True(succeeds == (result.ExitCode == 0), result.All);
        HarmlessText.CheckLines(result.Output.ReplaceLineEndings());
        HarmlessText.CheckLines(result.Error.ReplaceLineEndings());
        Assert.True(target == "ClearSsoCache" || result.All.Contains("evil", StringComparison.Ordinal), result.All);
    }
}
