using System.Text.Json;

namespace AwsSsoCredentials.Tests;

/// <summary>Finds the test data of the AWS SDKs, which may stand beside the checkout and is not part of it.</summary>
internal static class Conformance
{
    /// <summary>Gets the folder, or null where there is none.</summary>
    public static string? Folder
    {
        get
        {
            for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "Cake.AwsSsoCredentials.sln")))
                {
                    string path = Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", "conformance"));
                    return Directory.Exists(path) ? path : null;
                }
            }

            return null;
        }
    }

    /// <summary>Gets why tests on it are skipped, or null when they run.</summary>
    public static string? SkipReason => Folder is null ? "../shared/conformance does not stand beside this checkout." : null;

    public static byte[] ReadBytes(string file) => File.ReadAllBytes(Path.Combine(Folder!, file));

    public static JsonElement ReadJson(string file)
    {
        using var document = JsonDocument.Parse(ReadBytes(file));
        return document.RootElement.Clone();
    }

    /// <summary>Gives the members of a JSON object whose values are strings.</summary>
    public static Dictionary<string, string> Strings(JsonElement element) =>
        element.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetString()!);
}
