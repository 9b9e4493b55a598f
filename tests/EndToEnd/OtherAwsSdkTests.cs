using EndToEnd.Support;
using IdentityCenterEmulator;

namespace EndToEnd;

/// <summary>A script's own AWSSDK, of another version, is neither replaced nor used by the add-in.</summary>
[Collection(PackedAddInGroup.Name)]
public class OtherAwsSdkTests(PackedAddIn addIn)
{
    // Both by version instead of loaddependencies: not every feed has the lowest AWSSDK.Core that S3 asks for.
    private const string S3 = """
        #addin nuget:?package=AWSSDK.Core&version=3.7.402
        #addin nuget:?package=AWSSDK.S3&version=3.7.304.1
        """;

    private const string OtherVersion4 = """
        #addin nuget:?package=AWSSDK.Core&version=4.1.0
        #addin nuget:?package=AWSSDK.S3&version=4.1.0
        """;

    [Fact]
    public Task S3_of_version_3_loaded_before_the_add_in_works_beside_it() => RunAsync("s3-first.cake", S3, AddIn, "3.7.402");

    [Fact]
    public Task S3_of_version_3_loaded_after_the_add_in_works_beside_it() => RunAsync("s3-last.cake", AddIn, S3, "3.7.402");

    [Fact]
    public Task S3_of_another_version_4_loaded_before_the_add_in_works_beside_it() => RunAsync("s3v4-first.cake", OtherVersion4, AddIn, "4.1.0");

    [Fact]
    public Task S3_of_another_version_4_loaded_after_the_add_in_works_beside_it() => RunAsync("s3v4-last.cake", AddIn, OtherVersion4, "4.1.0");

    [Fact]
    public async Task Nothing_of_AWSSDK_is_loaded_before_the_first_network_call()
    {
        using var home = new AwsHome();
        await using EmulatorServer emulator = await EmulatorServer.StartAsync();

        ProcessResult result = await CakeScript.RunAsync(addIn, "lazy.cake", $$"""
            {{AddIn}}
            ClearSsoCache();
            Information("AWSSDK assemblies: {0}", AppDomain.CurrentDomain.GetAssemblies().Count(a => a.GetName().Name.StartsWith("AWSSDK")));
            """, home, emulator);

        Assert.True(result.ExitCode == 0, result.All);
        Assert.Contains("AWSSDK assemblies: 0", result.Output, StringComparison.Ordinal);
    }

    private string AddIn => $"#addin nuget:?package=Cake.AwsSsoCredentials&version={addIn.Version}";

    private async Task RunAsync(string name, string first, string second, string core)
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync();
        using var home = new AwsHome();
        home.LogIn(emulator);

        ProcessResult result = await CakeScript.RunAsync(addIn, name, $$"""
            {{first}}
            {{second}}
            using Amazon.S3;
            using Amazon.S3.Model;

            // Both orders of use as well: the user's client before and after the add-in's first call.
            string Presign()
            {
                using var s3 = new AmazonS3Client("AKIAIOSFODNN7EXAMPLE", "secret", Amazon.RegionEndpoint.EUCentral1);
                return s3.GetPreSignedURL(new GetPreSignedUrlRequest { BucketName = "bucket", Key = "key", Expires = DateTime.UtcNow.AddHours(1) });
            }

            Information("before: {0}", new Uri(Presign()).AbsolutePath);
            var credentials = GenerateSsoCredentials("dev");
            Information("after: {0}", new Uri(Presign()).AbsolutePath);
            Information("account: {0}", credentials.AccountId);
            Information("core of the script: {0}.", System.Diagnostics.FileVersionInfo.GetVersionInfo(typeof(AmazonS3Client).BaseType.Assembly.Location).FileVersion);
            """, home, emulator);

        Assert.True(result.ExitCode == 0, result.All);
        Assert.Contains("before: /key", result.Output, StringComparison.Ordinal);
        Assert.Contains("after: /key", result.Output, StringComparison.Ordinal);
        Assert.Contains("account: 111122223333", result.Output, StringComparison.Ordinal);
        Assert.Contains($"core of the script: {core}.", result.Output, StringComparison.Ordinal);
    }
}
