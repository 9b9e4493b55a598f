namespace IdentityCenterEmulator.Tool;

/// <summary>Tells a waiting process the URL. Written beside and moved, so that nobody reads half of it.</summary>
internal static class ReadyFile
{
    public static void Write(string path, string url)
    {
        var temporary = $"{path}.{System.Environment.ProcessId}.tmp";
        try
        {
            File.WriteAllText(temporary, url + "\n");
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
