using Cake.AwsSsoCredentials.Services.Tests.Support;

namespace Cake.AwsSsoCredentials.Services.Tests.Loading;

/// <summary>The layout of the script package: the add-in alone in <c>lib/</c>, what it needs for AWS in <c>sdk/</c>.</summary>
internal static class ScriptPackage
{
    /// <summary>Lays the package out and hands back the path of the add-in.</summary>
    public static string LayOut(TemporaryFolder folder, bool withSdk = true)
    {
        var built = Path.GetDirectoryName(typeof(ScriptPackage).Assembly.Location)!;
        if (withSdk)
        {
            foreach (var file in Directory.GetFiles(built, "AWSSDK.*.dll").Append(Path.Combine(built, "Cake.AwsSsoCredentials.Services.dll")))
            {
                folder.Write(Path.Combine("sdk", "net10.0", Path.GetFileName(file)), File.ReadAllBytes(file));
            }
        }

        return folder.Write(
            Path.Combine("lib", "net10.0", "Cake.AwsSsoCredentials.dll"), File.ReadAllBytes(Path.Combine(built, "Cake.AwsSsoCredentials.dll")));
    }
}
