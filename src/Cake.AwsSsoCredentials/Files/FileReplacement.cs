using Microsoft.Win32.SafeHandles;

namespace Cake.AwsSsoCredentials.Files;

/// <summary>Gives a file new content so that every reader, and every crash, sees the old or the new one.</summary>
internal sealed class FileReplacement(IFileOperations operations, FileReader reader, InPlaceWriter inPlace)
{
    /// <summary>Replaces a file.</summary>
    /// <param name="target">The file, links resolved; its lock is held.</param>
    /// <param name="content">The new content.</param>
    /// <param name="expected">What must stand there still; null when that does not matter.</param>
    /// <returns>False when something else stands there by now; then nothing was written.</returns>
    internal bool TryReplace(string target, ReadOnlySpan<byte> content, FileSnapshot? expected)
    {
        FileStatus? status = operations.GetStatus(target);
        if (status is not null)
        {
            FileErrors.RefuseUnlessFile(target, status);
            FileErrors.RefuseReadOnly(target, status);
        }

        bool keepsItself = status is null or { Links: 1, IsMountPoint: false, HasAccessList: false };
        if (keepsItself && TryRename(target, content, status, expected) is { } done)
        {
            return done;
        }

        return inPlace.TryWrite(target, content, expected ?? reader.Read(target));
    }

    // Null: a rename would change what the file is.
    private bool? TryRename(string target, ReadOnlySpan<byte> content, FileStatus? status, FileSnapshot? expected)
    {
        string temporary = ScratchFiles.PathOf(target, ScratchFiles.NewId(), ScratchFiles.Temporary);
        bool renamed = false;
        try
        {
            using (SafeFileHandle file = operations.CreatePrivate(temporary))
            {
                operations.Write(file, content, 0);
                if (status is not null && !TryTakeAfter(file, status))
                {
                    return null;
                }

                operations.Flush(file);
            }

            if (expected is not null && !reader.IsUnchanged(target, expected))
            {
                return false;
            }

            operations.Rename(temporary, target);
            renamed = true;
            operations.FlushFolder(ScratchFiles.Folder(target));
            return true;
        }
        catch (IOException error) when (!renamed && !OperatingSystem.IsWindows() && error.HResult == ErrorNumbers.Busy)
        {
            return null; // A mount point, on a system that does not say so beforehand.
        }
        finally
        {
            if (!renamed)
            {
                ScratchFiles.Discard(operations, temporary);
            }
        }
    }

    private bool TryTakeAfter(SafeFileHandle file, FileStatus status)
    {
        FileStatus own = operations.GetStatus(file);
        if ((own.UserId, own.GroupId) != (status.UserId, status.GroupId))
        {
            try
            {
                operations.SetOwner(file, status.UserId, status.GroupId);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        }

        operations.SetMode(file, status.Mode);
        return true;
    }
}
