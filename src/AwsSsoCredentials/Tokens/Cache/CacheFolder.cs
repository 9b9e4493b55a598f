namespace AwsSsoCredentials.Tokens.Cache;

/// <summary>Lists the files of a cache folder.</summary>
internal static class CacheFolder
{
    /// <summary>Finds the JSON files of a folder, in the order of their names.</summary>
    /// <returns>The full paths; none when there is no folder.</returns>
    /// <exception cref="SsoFileException">It cannot be listed, or is a file.</exception>
    public static IReadOnlyList<string> JsonFiles(string folder)
    {
        RefuseFile(folder);
        try
        {
            return [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)];
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SsoFileException($"Cannot list {folder}: {error.Message}", error);
        }
    }

    /// <summary>Refuses a file in the place of the folder, which the system reports as if nothing were there.</summary>
    /// <exception cref="SsoFileException">That is so.</exception>
    public static void RefuseFile(string folder)
    {
        if (File.Exists(folder))
        {
            throw new SsoFileException($"Cannot use {folder}: it is a file, but a folder belongs there; move it away");
        }
    }
}
