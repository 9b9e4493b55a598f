using EndToEnd.Support;
using IdentityCenterEmulator;

namespace EndToEnd;

/// <summary>A real script that plans, writes and removes a credentials profile.</summary>
[Collection(PackedAddInGroup.Name)]
public class CredentialsProfileScriptTests(PackedAddIn addIn)
{
    [Fact]
    public async Task A_profile_is_planned_written_and_removed_and_the_file_is_as_before()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync();
        using var home = new AwsHome();
        home.LogIn(emulator);

        ProcessResult result = await RunAsync(home, emulator, $$"""
            var credentials = GenerateSsoCredentials("dev");
            var target = new WriteCredentialsProfileSettings { TargetProfile = "dev-keys" };
            var plan = PlanCredentialsProfile(credentials, target);
            Information(plan.ToString());
            Information("new: {0}, written: {1}", plan.IsNewProfile, System.IO.File.ReadAllText(plan.Path).Contains("dev-keys"));
            WriteCredentialsProfile(credentials, target);
            Information("left to change: {0}", PlanCredentialsProfile(credentials, target).Changes.Count);
            Information("removed: {0}", RemoveCredentialsProfile("dev-keys"));
            Information("removed again: {0}", RemoveCredentialsProfile("dev-keys", new RemoveCredentialsProfileSettings()));
            Information("secret shown: {0}", plan.ToString().Contains(credentials.SecretAccessKey) || plan.ToString().Contains(credentials.SessionToken));
            """);

        Assert.True(result.ExitCode == 0, result.All);
        Assert.All(
            [
                "+ x_sso_role_name = Developer", "new: True, written: False", "profile [dev-keys] would be added", "left to change: 0",
                "removed: True", "removed again: False", "secret shown: False",
            ],
            line => Assert.Contains(line, result.Output, StringComparison.Ordinal));
        Assert.Equal(AwsHome.TypicalCredentials, await File.ReadAllTextAsync(home.CredentialsPath));
    }

    [Fact]
    public async Task Keys_written_by_hand_are_removed_only_by_force()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync();
        using var home = new AwsHome();

        ProcessResult refused = await RunAsync(home, emulator, """RemoveCredentialsProfile("legacy-ci");""");
        string untouched = await File.ReadAllTextAsync(home.CredentialsPath);
        ProcessResult forced = await RunAsync(home, emulator, """RemoveCredentialsProfile("legacy-ci", new RemoveCredentialsProfileSettings { Force = true });""");

        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains("Force = true", refused.Error, StringComparison.Ordinal);
        Assert.Equal(AwsHome.TypicalCredentials, untouched);
        Assert.True(forced.ExitCode == 0, forced.All);
        Assert.Equal("# kept by hand\n", await File.ReadAllTextAsync(home.CredentialsPath));
    }

    private Task<ProcessResult> RunAsync(AwsHome home, EmulatorServer emulator, string script) => CakeScript.RunAsync(
        addIn, "profiles.cake", $"#addin nuget:?package=Cake.AwsSsoCredentials&version={addIn.Version}\n{script}", home, emulator);
}
