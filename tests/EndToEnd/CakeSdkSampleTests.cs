using EndToEnd.Support;
using IdentityCenterEmulator;

namespace EndToEnd;

/// <summary>
/// What samples/cake-sdk shows, as a user would run it. Where the machine has no Cake.Sdk, the file is one for Microsoft.NET.Sdk, with the
/// members that Cake.Sdk would generate written by hand (Projects/CakeSurface.cs).
/// </summary>
[Collection(PackedAddInGroup.Name)]
public class CakeSdkSampleTests(PackedAddIn addIn)
{
    private const string Sdk = "#:sdk Cake.Sdk@7.0.0";
    private const string Package = "#:package Cake.AwsSsoCredentials@0.1.0";

    // Names the SDK that a run used in its result.
    public static TheoryData<string> SdkInUse =>
        [File.Exists(Path.Combine(Repository.PackageFolder, "cake.sdk", "7.0.0", "cake.sdk.nuspec")) ? Sdk : "#:sdk Microsoft.NET.Sdk"];

    [Theory]
    [MemberData(nameof(SdkInUse))]
    public async Task Login_and_Deploy_end_with_a_profile_and_ClearSsoCache_logs_out(string sdk)
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(
            new EmulatorOptions { SignIn = EmulatorSignIn.AutoApprove, PollInterval = TimeSpan.Zero });
        using var home = new AwsHome();
        using var programs = new ProgramFolder(addIn);
        if (sdk == Sdk)
        {
            File.Delete(programs.PathOf("Directory.Build.targets"));
        }

        string sample = File.ReadAllText(Repository.PathOf("samples/cake-sdk/cake.cs"));
        Assert.Contains(Sdk, sample, StringComparison.Ordinal);
        Assert.Contains(Package, sample, StringComparison.Ordinal);

        // As Cake.Sdk does. Native AOT, the default of C# files, is restored with packages that not every feed has.
        string first = sdk == Sdk ? Sdk : $"{sdk}\n#:property PublishAot=false";
        programs.Write("cake.cs", sample.Replace(Sdk, first, StringComparison.Ordinal).Replace(Package, $"#:package Cake.AwsSsoCredentials@{addIn.Version}", StringComparison.Ordinal));

        ProcessResult login = await RunAsync("--target=Login", "--aws-profile=dev", "--aws-sso-login=device");
        ProcessResult deploy = await RunAsync("--target=Deploy", "--aws-profile=dev", "--aws-target-profile=dev-keys");
        int tokens = home.Tokens().Count;
        ProcessResult clear = await RunAsync("--target=ClearSsoCache");

        Assert.True(login.ExitCode == 0, login.All);
        Assert.True(deploy.ExitCode == 0, deploy.All);
        Assert.Contains("Deploying to account 111122223333 as Developer with profile dev-keys", deploy.Output, StringComparison.Ordinal);
        Assert.StartsWith(AwsHome.TypicalCredentials, File.ReadAllText(home.CredentialsPath), StringComparison.Ordinal);
        Assert.Contains("[dev-keys]", File.ReadAllText(home.CredentialsPath), StringComparison.Ordinal);
        Assert.Equal(1, tokens);
        Assert.True(clear.ExitCode == 0, clear.All);
        Assert.Empty(home.Tokens());

        Task<ProcessResult> RunAsync(params string[] arguments) => programs.RunAsync("dotnet", ["run", "cake.cs", "--", .. arguments], home, emulator);
    }
}
