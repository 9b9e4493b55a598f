using Microsoft.Win32.SafeHandles;

namespace AwsSsoCredentials.Files;

/// <summary>
/// Space on the disk for new content that is not known yet: the temporary file that will hold it, filled, or, where temporary files stand on
/// another file system, a file without a name that is let go before the content is written.
/// </summary>
/// <param name="scratch">The scratch files.</param>
/// <param name="file">The file.</param>
/// <param name="path">Its path; null when it has no name.</param>
internal sealed class ReservedSpace(ScratchFiles scratch, SafeFileHandle file, string? path) : IDisposable
{
    private bool _isOver;

    /// <summary>Takes the space. Writing does it: a length alone is a hole, and a disk may only count what was flushed.</summary>
    internal void Fill(IFileOperations operations, int length)
    {
        operations.Write(file, new byte[length], 0);
        operations.Flush(file);
    }

    /// <summary>Hands the temporary file over.</summary>
    /// <returns>Nothing where there is none, or it was handed over before.</returns>
    internal (SafeFileHandle? File, string? Path) Take()
    {
        if (_isOver || path is null)
        {
            Dispose();
            return default;
        }

        _isOver = true;
        return (file, path);
    }

    public void Dispose()
    {
        if (_isOver)
        {
            return;
        }

        _isOver = true;
        file.Dispose();
        if (path is not null)
        {
            scratch.Discard(path);
        }
    }
}
