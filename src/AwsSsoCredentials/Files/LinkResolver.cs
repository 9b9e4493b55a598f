namespace AwsSsoCredentials.Files;

/// <summary>Follows symbolic links to the file that is really meant.</summary>
internal sealed class LinkResolver(IFileOperations operations)
{
    private const int MaximumLinks = 40; // as Linux does (path_resolution(7))

    /// <summary>Follows a chain of links.</summary>
    /// <param name="path">A full path.</param>
    /// <returns>Where it leads; that need not exist.</returns>
    /// <exception cref="SsoFileException">The links lead in a circle, or cannot be read.</exception>
    internal string Resolve(string path)
    {
        string current = path;
        for (int i = 0; i < MaximumLinks; i++)
        {
            if (ReadLink(current) is not { } link)
            {
                return current;
            }

            // Not GetFullPath: where the folder is a link itself, `..` means the parent of what it leads to, which only the system knows.
            current = Path.Combine(Path.GetDirectoryName(current) ?? "", link);
        }

        throw new SsoFileException($"Cannot use {path}: its symbolic links lead in a circle; remove the link and create the file anew");
    }

    private string? ReadLink(string path)
    {
        try
        {
            return operations.ReadLink(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.Of("use", path, operations, error);
        }
    }
}
