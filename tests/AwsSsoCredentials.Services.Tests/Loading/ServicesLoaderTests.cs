using AwsSsoCredentials.Services.Loading;
using AwsSsoCredentials.Services.Tests.Support;
using IdentityCenterEmulator;

namespace AwsSsoCredentials.Services.Tests.Loading;

public sealed class ServicesLoaderTests : IDisposable
{
    private const string PrivateSdk =
        "AWSSDK.Core@AwsSsoCredentials,AWSSDK.SSO@AwsSsoCredentials,AWSSDK.SSOOIDC@AwsSsoCredentials";

    private readonly TemporaryFolder _home = new();
    private readonly TemporaryFolder _package = new();

    [Fact]
    public async Task Nothing_of_the_SDK_is_loaded_before_the_first_call()
    {
        var lines = await RunAsync("ordinary");

        Assert.Empty(lines["before"]);
        Assert.Contains("AWSSDK.SSO@Default", lines["after"], StringComparison.Ordinal);
        Assert.StartsWith("ASIA", lines["accessKeyId"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Out_of_the_script_package_the_SDK_is_loaded_into_a_context_of_its_own()
    {
        var lines = await RunAsync("packaged", ScriptPackage.LayOut(_package));

        Assert.Empty(lines["before"]);
        Assert.StartsWith("ASIA", lines["accessKeyId"], StringComparison.Ordinal);
        Assert.All(lines["after"].Split(','), sdk => Assert.Contains(sdk, PrivateSdk, StringComparison.Ordinal));
        Assert.Contains("AWSSDK.Core@AwsSsoCredentials", lines["after"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_scripts_own_SDK_is_neither_used_nor_changed()
    {
        var lines = await RunAsync("beside", ScriptPackage.LayOut(_package));

        Assert.Equal("AWSSDK.Core@Default", lines["before"]);
        Assert.Contains("AWSSDK.Core@Default", lines["after"], StringComparison.Ordinal);
        Assert.Contains("AWSSDK.Core@AwsSsoCredentials", lines["after"], StringComparison.Ordinal);
        Assert.DoesNotContain("AWSSDK.SSO@Default", lines["after"], StringComparison.Ordinal);
        Assert.StartsWith("ASIA", lines["accessKeyId"], StringComparison.Ordinal);
        Assert.Equal("True", lines["monitoring"]);
    }

    [Theory]
    [InlineData("AWSSDK.Core.dll")]
    [InlineData("AWSSDK.SecurityToken.dll")]
    [InlineData("AwsSsoCredentials.Services.dll")]
    public async Task A_package_that_lacks_a_part_says_so_and_does_not_borrow_the_scripts_own(string part)
    {
        var addIn = ScriptPackage.LayOut(_package);
        var path = Path.Combine(_package.Path, "sdk", "net10.0", part);
        File.Delete(path);

        var lines = await RunAsync("beside", addIn);

        Assert.False(lines.ContainsKey("accessKeyId"));
        Assert.StartsWith("SsoConfigurationException: Cake.AwsSsoCredentials is incomplete", lines["error"], StringComparison.Ordinal);
        Assert.Contains(path, lines["error"], StringComparison.Ordinal);
        Assert.Contains("Delete the package's folder below tools/", lines["error"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_without_its_sdk_folder_does_not_borrow_another_copys_implementation()
    {
        var addIn = ScriptPackage.LayOut(_package, withSdk: false);

        var lines = await RunAsync("packaged", addIn);

        Assert.StartsWith("SsoConfigurationException: Cake.AwsSsoCredentials is incomplete", lines["error"], StringComparison.Ordinal);
        Assert.Contains(addIn, lines["error"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Below_a_program_that_references_the_package_the_SDK_is_loaded_into_a_context_of_its_own()
    {
        var lines = await RunAsync("beside", ScriptPackage.LayOutProgram(_package));

        Assert.Contains("AWSSDK.Core@Default", lines["after"], StringComparison.Ordinal);
        Assert.Contains("AWSSDK.Core@AwsSsoCredentials", lines["after"], StringComparison.Ordinal);
        Assert.DoesNotContain("AWSSDK.SSO@Default", lines["after"], StringComparison.Ordinal);
        Assert.StartsWith("ASIA", lines["accessKeyId"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_lacks_a_part_is_told_to_build_again_and_nothing_of_tools()
    {
        var core = ScriptPackage.LayOutProgram(_package);
        var folder = Path.Combine(_package.Path, "AwsSsoCredentials.Services");
        File.Delete(Path.Combine(folder, "AWSSDK.SSO.dll"));

        var lines = await RunAsync("beside", core);

        Assert.StartsWith("SsoConfigurationException: This program's copy of Cake.AwsSsoCredentials is incomplete", lines["error"], StringComparison.Ordinal);
        Assert.Contains(Path.Combine(folder, "AWSSDK.SSO.dll"), lines["error"], StringComparison.Ordinal);
        Assert.Contains("Build or publish the program again", lines["error"], StringComparison.Ordinal);
        Assert.DoesNotContain("tools/", lines["error"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_without_the_folder_is_told_which_one_it_lacks()
    {
        var lines = await RunAsync("packaged", ScriptPackage.LayOutProgram(_package, withSdk: false));

        Assert.StartsWith("SsoConfigurationException: This program's copy of Cake.AwsSsoCredentials is incomplete", lines["error"], StringComparison.Ordinal);
        Assert.Contains($"{Path.Combine(_package.Path, "AwsSsoCredentials.Services")} belongs to it", lines["error"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_core_without_a_file_of_its_own_names_the_forms_of_publishing_that_it_cannot_serve()
    {
        var error = ServicesFolder.Failure("", new FileNotFoundException("no matter"));

        Assert.Null(ServicesFolder.Of(""));
        Assert.Contains("single file or with Native AOT", error, StringComparison.Ordinal);
        Assert.Contains("PublishSingleFile=false, PublishTrimmed=false and PublishAot=false", error, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _home.Dispose();
        _package.Dispose();
    }

    private async Task<IReadOnlyDictionary<string, string>> RunAsync(string mode, string? addIn = null)
    {
        await using var emulator = await EmulatorServer.StartAsync();
        string[] arguments = addIn is null ? [mode, emulator.Url.AbsoluteUri] : [mode, emulator.Url.AbsoluteUri, addIn];
        return await ProbeProcess.RunAsync(_home.Path, emulator.IssueToken().AccessToken, new Dictionary<string, string?>(), arguments);
    }
}
