using IdentityCenterEmulator;

namespace EndToEnd.Support;

/// <summary>Runs a script in a real <c>dotnet cake</c>, in a throwaway home, against an emulator.</summary>
internal static class CakeScript
{
    public static Task<ProcessResult> RunAsync(
        PackedAddIn addIn, string name, string script, AwsHome home, Uri portal, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null)
    {
        // The name goes with the content, so that Cake's script cache serves every run of the same script.
        File.WriteAllText(Path.Combine(addIn.Workshop, name), script);
        string address = portal.GetLeftPart(UriPartial.Authority);
        var variables = new Dictionary<string, string?>
        {
            ["HOME"] = home.Folder,
            ["USERPROFILE"] = home.Folder,
            ["DOTNET_CLI_HOME"] = Repository.CliHome,
            ["NUGET_PACKAGES"] = Repository.PackageFolder,
            ["AWS_ENDPOINT_URL_SSO"] = address,
            ["AWS_ENDPOINT_URL_SSO_OIDC"] = address,
            ["AWS_ENDPOINT_URL_STS"] = address,
        };
        foreach ((string variable, string? value) in environment ?? new Dictionary<string, string?>())
        {
            variables[variable] = value;
        }

        return ChildProcess.RunAsync(
            "dotnet", ["cake", name, "--settings_enablescriptcache=true", .. arguments], addIn.Workshop, variables);
    }

    public static Task<ProcessResult> RunAsync(
        PackedAddIn addIn, string name, string script, AwsHome home, EmulatorServer emulator, params string[] arguments) =>
        RunAsync(addIn, name, script, home, emulator.Url, arguments);
}
