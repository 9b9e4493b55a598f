using Microsoft.Win32.SafeHandles;

namespace AwsSsoCredentials.Files;

/// <summary>Gives a file new content so that every reader, and every crash, sees the old or the new one.</summary>
/// <param name="operations">The steps.</param>
/// <param name="scratch">The scratch files.</param>
/// <param name="reader">Reads what stands there.</param>
/// <param name="inPlace">Writes where a rename cannot.</param>
/// <param name="isForSecrets">Whether files become their owner's alone, and do not keep their mode.</param>
internal sealed class FileReplacement(
    IFileOperations operations, ScratchFiles scratch, FileReader reader, InPlaceWriter inPlace, bool isForSecrets)
{
    /// <summary>Takes space for new content of a file, on its own file system.</summary>
    /// <param name="target">The file, links resolved; its lock is held.</param>
    /// <param name="length">How many bytes.</param>
    /// <returns>The space.</returns>
    internal ReservedSpace Reserve(string target, int length)
    {
        RefuseUnlessWritable(target, operations.GetStatus(target));
        SafeFileHandle? nameless = ScratchFiles.FolderOf(target) == scratch.PlaceOf(target) ? null : ProveReplaceable(target);
        if (nameless is not null && !IsElsewhere(target))
        {
            nameless.Dispose();
            nameless = null;
        }

        string? temporary = nameless is null ? scratch.PathOf(target, ScratchFiles.NewId(), ScratchFiles.Temporary) : null;
        var space = new ReservedSpace(scratch, nameless ?? operations.CreatePrivate(temporary!), temporary);
        try
        {
            space.Fill(operations, length);
            return space;
        }
        catch
        {
            space.Dispose();
            throw;
        }
    }

    /// <summary>Replaces a file.</summary>
    /// <param name="target">The file, links resolved; its lock is held.</param>
    /// <param name="content">The new content.</param>
    /// <param name="expected">What must stand there still; null when that does not matter.</param>
    /// <param name="isLocked">Whether the lock is held still; null when that does not matter.</param>
    /// <param name="space">Space that was taken for the content; null for none.</param>
    /// <returns>False when something else stands there by now, or the lock is lost; then nothing was written.</returns>
    internal bool TryReplace(string target, ReadOnlySpan<byte> content, FileSnapshot? expected, Func<bool>? isLocked, ReservedSpace? space)
    {
        FileStatus? status = operations.GetStatus(target);
        RefuseUnlessWritable(target, status);
        bool keepsItself = status is null or { Links: 1, IsMountPoint: false, HasAccessList: false };
        if (keepsItself && IsElsewhere(target))
        {
            // The space was taken where the file stands: nothing is written where scratch files stand, which may be full.
            space?.Dispose();
            space = null;
            if (TryName(target, content, status, expected, isLocked) is { } named)
            {
                return named;
            }
        }

        if (keepsItself && TryRename(target, content, status, expected, isLocked, space) is { } done)
        {
            return done;
        }

        space?.Dispose();
        return inPlace.TryWrite(target, content, expected ?? reader.Read(target), isLocked);
    }

    private static void RefuseUnlessWritable(string target, FileStatus? status)
    {
        if (status is not null)
        {
            FileErrors.RefuseUnlessFile(target, status);
            FileErrors.RefuseReadOnly(target, status);
        }
    }

    private bool IsElsewhere(string target) =>
        operations.GetStatus(ScratchFiles.FolderOf(target))?.Device != operations.GetStatus(scratch.PlaceOf(target))?.Device;

    // Scratch files stand elsewhere, so making one says nothing of the file's own folder: it must take a new file, or the file new content.
    private SafeFileHandle? ProveReplaceable(string target)
    {
        try
        {
            return operations.CreateNameless(ScratchFiles.FolderOf(target));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            operations.OpenForWriting(target).Dispose();
            return null;
        }
    }

    // Null: a rename would change what the file is, or is impossible.
    private bool? TryRename(
        string target, ReadOnlySpan<byte> content, FileStatus? status, FileSnapshot? expected, Func<bool>? isLocked, ReservedSpace? space)
    {
        (SafeFileHandle? reserved, string? reservedPath) = space?.Take() ?? default;
        string temporary = reservedPath ?? scratch.PathOf(target, ScratchFiles.NewId(), ScratchFiles.Temporary);
        bool renamed = false;
        try
        {
            using (SafeFileHandle file = reserved ?? operations.CreatePrivate(temporary))
            {
                operations.Write(file, content, 0);
                if (reserved is not null)
                {
                    operations.SetLength(file, content.Length);
                }

                if (status is not null && !TryTakeAfter(file, status))
                {
                    return null;
                }

                operations.Flush(file);
            }

            for (int attempt = 1; !renamed; attempt++)
            {
                if (!IsAsExpected(target, expected, isLocked))
                {
                    return false;
                }

                try
                {
                    operations.Rename(temporary, target);
                    renamed = true;
                }
                catch (IOException error) when (FileReader.IsWorthWaiting(error, attempt))
                {
                    reader.Pause(); // On Windows a file cannot be replaced while somebody reads it.
                }
            }

            operations.FlushFolder(ScratchFiles.FolderOf(target));
            return true;
        }
        catch (IOException error) when (!renamed && error.HResult == ErrorNumbers.NotFound && operations.GetStatus(temporary) is null)
        {
            return false; // Who got the lock, after somebody deleted its file, took us for dead and tidied up.
        }
        catch (IOException error) when (!renamed && !OperatingSystem.IsWindows() && error.HResult == ErrorNumbers.Busy)
        {
            return null; // A mount point, on a system that does not say so beforehand.
        }
        catch (IOException error) when (!renamed && ErrorNumbers.IsOtherDevice(error))
        {
            return TryName(target, content, status, expected, isLocked); // Its folder is a mount of its own, and scratch files stand outside it.
        }
        finally
        {
            if (!renamed)
            {
                scratch.Discard(temporary);
            }
        }
    }

    // New content gets a name, on the target's own file system, when it is complete. Null: this system knows no files without a name.
    private bool? TryName(string target, ReadOnlySpan<byte> content, FileStatus? status, FileSnapshot? expected, Func<bool>? isLocked)
    {
        SafeFileHandle? nameless;
        try
        {
            nameless = operations.CreateNameless(ScratchFiles.FolderOf(target));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null; // The folder takes no file; the file itself may take new content.
        }

        if (nameless is null)
        {
            return null;
        }

        using SafeFileHandle file = nameless;

        operations.Write(file, content, 0);
        if (status is not null && !TryTakeAfter(file, status))
        {
            return null;
        }

        operations.Flush(file);
        bool done = status is null ? TryNameNew(file, target, expected, isLocked) : TryNameOver(file, target, expected, isLocked);
        if (done)
        {
            operations.FlushFolder(ScratchFiles.FolderOf(target));
        }

        return done;
    }

    private bool TryNameNew(SafeFileHandle file, string target, FileSnapshot? expected, Func<bool>? isLocked)
    {
        try
        {
            if (!IsAsExpected(target, expected, isLocked))
            {
                return false;
            }

            operations.GiveName(file, target);
            return true;
        }
        catch (IOException error) when (ErrorNumbers.IsAlreadyThere(error))
        {
            return false; // Somebody who ignores the lock was faster.
        }
    }

    private bool TryNameOver(SafeFileHandle file, string target, FileSnapshot? expected, Func<bool>? isLocked)
    {
        string finished = ScratchFiles.FinishedPathOf(target);
        operations.GiveName(file, finished);
        bool renamed = false;
        try
        {
            if (IsAsExpected(target, expected, isLocked))
            {
                operations.Rename(finished, target);
                renamed = true;
            }

            return renamed;
        }
        finally
        {
            if (!renamed)
            {
                scratch.Discard(finished);
            }
        }
    }

    private bool IsAsExpected(string target, FileSnapshot? expected, Func<bool>? isLocked) =>
        isLocked?.Invoke() != false && (expected is null || reader.IsUnchanged(target, expected));

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

        if (!isForSecrets)
        {
            operations.SetMode(file, status.Mode);
        }

        return true;
    }
}
