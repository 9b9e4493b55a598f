namespace Cake.AwsSsoCredentials.Files;

/// <summary>Reads, locks and replaces files below <c>~/.aws</c> so that no reader ever sees half a file.</summary>
internal sealed class SafeFiles
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The full path.</param>
    /// <returns>The bytes; null when there is no such file.</returns>
    /// <exception cref="SsoFileException">It is there but cannot be read.</exception>
    public byte[]? TryRead(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray();
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SsoFileException($"Cannot read {path}: {error.Message}", error);
        }
    }
}
