using System.Globalization;
using System.Text.Json.Nodes;

namespace EndToEnd.Support;

/// <summary>A token file, as time would change it.</summary>
internal static class TokenFile
{
    /// <summary>Lets the token end soon, and the file look as if it had been written long ago. Nobody ever sees half of it.</summary>
    public static void MakeDue(string path, TimeSpan left)
    {
        JsonNode token = JsonNode.Parse(File.ReadAllText(path))!;
        token["expiresAt"] = DateTime.UtcNow.Add(left).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        string temporary = Path.Combine(Path.GetDirectoryName(path)!, "..", Path.GetFileName(path) + ".due");
        File.WriteAllText(temporary, token.ToJsonString());
        File.SetLastWriteTimeUtc(temporary, DateTime.UtcNow.AddMinutes(-5));
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Reads a member.</summary>
    public static string Read(string path, string member) => JsonNode.Parse(File.ReadAllText(path))![member]!.GetValue<string>();
}
