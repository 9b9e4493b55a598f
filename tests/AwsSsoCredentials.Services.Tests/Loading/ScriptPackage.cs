using AwsSsoCredentials.Services.Tests.Support;

namespace AwsSsoCredentials.Services.Tests.Loading;

/// <summary>The layouts in which the core finds what it needs for AWS.</summary>
internal static class ScriptPackage
{
    /// <summary>Lays a script's package out (the core in <c>lib/</c>, the rest in <c>sdk/</c>) and hands back the path of the core.</summary>
    public static string LayOut(TemporaryFolder folder, bool withSdk = true) =>
        LayOut(folder, Path.Combine("lib", "net10.0"), withSdk ? Path.Combine("sdk", "net10.0") : null);

    /// <summary>Lays the output of a program that references the package out and hands back the path of the core.</summary>
    public static string LayOutProgram(TemporaryFolder folder, bool withSdk = true) =>
        LayOut(folder, "", withSdk ? "AwsSsoCredentials.Services" : null);

    private static string LayOut(TemporaryFolder folder, string core, string? sdk)
    {
        var built = Path.GetDirectoryName(typeof(ScriptPackage).Assembly.Location)!;
        if (sdk is not null)
        {
            foreach (var file in Directory.GetFiles(built, "AWSSDK.*.dll").Append(Path.Combine(built, "AwsSsoCredentials.Services.dll")))
            {
                folder.Write(Path.Combine(sdk, Path.GetFileName(file)), File.ReadAllBytes(file));
            }
        }

        return folder.Write(
            Path.Combine(core, "AwsSsoCredentials.dll"), File.ReadAllBytes(Path.Combine(built, "AwsSsoCredentials.dll")));
    }
}
