using EndToEnd.Support;
using IdentityCenterEmulator;

namespace EndToEnd;

/// <summary>Batches, discovery and roles without a profile, from a script in a real `dotnet cake`.</summary>
[Collection(PackedAddInGroup.Name)]
public class SyncScriptTests(PackedAddIn addIn)
{
    [Fact]
    public async Task A_batch_writes_what_it_can_and_fails_with_a_summary()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync();
        using var home = new AwsHome();
        home.LogIn(emulator);

        ProcessResult result = await RunAsync(home, emulator, "sync.cake", """
            Task("Default").Does(() => SyncCredentialsProfiles(
                new SyncCredentialsProfilesSettings { Profiles = { "dev", "un*" }, TargetName = "{profile}-keys" }));
            RunTarget("Default");
            """);

        Assert.True(result.ExitCode != 0, result.All);
        string error = Assert.Single(result.Error.Split('\n'), line => line.StartsWith("Error: ", StringComparison.Ordinal));
        Assert.Contains("1 of 2 profiles failed: unassigned: Role 'Administrator' is not assigned to you", error, StringComparison.Ordinal);
        Assert.Matches("dev +dev-keys +111122223333 +Developer +60 minutes +written", result.Output);
        string text = await File.ReadAllTextAsync(home.CredentialsPath);
        Assert.StartsWith(AwsHome.TypicalCredentials, text, StringComparison.Ordinal);
        Assert.Contains("[dev-keys]", text, StringComparison.Ordinal);
        Assert.DoesNotContain("[unassigned-keys]", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roles_are_found_and_used_without_any_profile()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync();
        using var home = new AwsHome(config: "");
        home.LogIn(emulator);

        ProcessResult result = await RunAsync(home, emulator, "roles.cake", """
            Task("Default").Does(async () =>
            {
                var filter = new SsoRoleFilter
                {
                    Session = "corp",
                    StartUrl = "https://d-0123456789.awsapps.com/start",
                    SsoRegion = "eu-central-1",
                    Roles = { "Deploy*" },
                };
                SsoRole role = (await GetSsoAccountRolesAsync(filter)).Single();
                WriteCredentialsProfile(GenerateSsoCredentials(role), "deploy-keys");
                foreach (var result in SyncCredentialsProfiles(new SyncCredentialsProfilesSettings { RoleFilter = filter, TargetName = "deploy-keys" }))
                {
                    Information("{0} {1} {2}", result.Status, result.AccountId, result.RoleName);
                }
            });
            RunTarget("Default");
            """);

        Assert.True(result.ExitCode == 0, result.All);
        Assert.Contains("StillValid 444455556666 Deployer", result.Output, StringComparison.Ordinal);
        Assert.Equal(1, emulator.Calls.Count(EmulatorOperation.GetRoleCredentials));
    }

    private Task<ProcessResult> RunAsync(AwsHome home, EmulatorServer emulator, string name, string script) => CakeScript.RunAsync(
        addIn, name, $"#addin nuget:?package=Cake.AwsSsoCredentials&version={addIn.Version}\n{script}", home, emulator);
}
