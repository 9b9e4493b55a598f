namespace IdentityCenterEmulator.Tool;

/// <summary>Tells a waiting process the URL. Written beside and moved, so that nobody reads half of it.</summary>
internal static class ReadyFile
{
#pragma warning disable RS0030 // The room Files belongs to the add-in, of which the emulator knows nothing.
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
#pragma warning restore RS0030
}
