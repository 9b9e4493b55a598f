using AwsSsoCredentials.Services.Tests.Support;

namespace AwsSsoCredentials.Services.Tests.Loading;

/// <summary>The layout of the script package: the core in <c>lib/</c>, what it needs for AWS in <c>sdk/</c>.</summary>
internal static class ScriptPackage
{
    /// <summary>Lays the package out and hands back the path of the core.</summary>
    public static string LayOut(TemporaryFolder folder, bool withSdk = true)
    {
        var built = Path.GetDirectoryName(typeof(ScriptPackage).Assembly.Location)!;
        if (withSdk)
        {
            foreach (var file in Directory.GetFiles(built, "AWSSDK.*.dll").Append(Path.Combine(built, "AwsSsoCredentials.Services.dll")))
            {
                folder.Write(Path.Combine("sdk", "net10.0", Path.GetFileName(file)), File.ReadAllBytes(file));
            }
        }

        return folder.Write(
            Path.Combine("lib", "net10.0", "AwsSsoCredentials.dll"), File.ReadAllBytes(Path.Combine(built, "AwsSsoCredentials.dll")));
    }
}
