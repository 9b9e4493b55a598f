using Microsoft.Win32.SafeHandles;

namespace AwsSsoCredentials.Files;

/// <summary>
/// Writes a file where a rename would change what it is (more hard links, a mount point, an owner who cannot be restored) or is impossible
/// (scratch files stand on another file system). While it is half written its complete new content stands among the scratch files
/// (<c>.new</c>), from which the next holder of the lock finishes.
/// </summary>
/// <param name="operations">The steps.</param>
/// <param name="scratch">The scratch files.</param>
/// <param name="reader">Reads what stands there.</param>
/// <param name="isForSecrets">Whether files become their owner's alone.</param>
internal sealed class InPlaceWriter(IFileOperations operations, ScratchFiles scratch, FileReader reader, bool isForSecrets)
{
    /// <summary>Writes a file in place.</summary>
    /// <param name="target">The file, links resolved; its lock is held.</param>
    /// <param name="content">The new content.</param>
    /// <param name="before">What must stand there still.</param>
    /// <param name="isLocked">Whether the lock is held still; null when that does not matter.</param>
    /// <returns>False when something else stands there by now, or the lock is lost; then nothing was written.</returns>
    internal bool TryWrite(string target, ReadOnlySpan<byte> content, FileSnapshot before, Func<bool>? isLocked)
    {
        string id = ScratchFiles.NewId();
        string temporary = scratch.PathOf(target, id, ScratchFiles.Temporary);
        string newContent = scratch.PathOf(target, id, ScratchFiles.NewContent);
        string oldContent = scratch.PathOf(target, id, ScratchFiles.OldContent);
        bool half = false;
        try
        {
            using SafeFileHandle? existing = before.Content is null ? null : operations.OpenForWriting(target);
            byte[] old = before.Content ?? [];
            Save(oldContent, old);
            Save(temporary, content);
            if (isLocked?.Invoke() == false || (existing is not null && !operations.GetStatus(existing).IsSameFile(before.Status)) || !reader.IsUnchanged(target, before))
            {
                return false;
            }

            operations.Rename(temporary, newContent); // complete by its name: from here on the write will be finished by someone
            operations.FlushFolder(scratch.PlaceOf(target));
            if (existing is null)
            {
                return TryCreate(target, content, ref half);
            }

            if (isForSecrets)
            {
                MakePrivate(existing);
            }

            half = true;
            try
            {
                Overwrite(existing, content, old.Length);
                half = false;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                Overwrite(existing, old, Math.Max(content.Length, old.Length));
                half = false;
                throw;
            }

            return true;
        }
        catch (Exception error) when (half && error is IOException or UnauthorizedAccessException)
        {
            throw new SsoFileException(
                $"Cannot write {target}: {error.Message}; it is half written, its complete new content stands in {newContent}; mend the cause and run this again, which finishes it",
                error);
        }
        finally
        {
            if (!half)
            {
                // In this order: without the new content nobody finishes anything.
                scratch.Discard(newContent);
                scratch.Discard(oldContent);
                scratch.Discard(temporary);
            }
        }
    }

    /// <summary>Finishes what a dead writer left half written, unless somebody wrote something else since.</summary>
    /// <param name="target">The file, links resolved; its lock is held.</param>
    /// <param name="newContentPath">Its new content.</param>
    /// <param name="oldContentPath">What stood there before.</param>
    internal void Finish(string target, string newContentPath, string oldContentPath)
    {
        byte[]? content = reader.Read(newContentPath).Content;
        byte[] old = reader.Read(oldContentPath).Content ?? [];
        byte[]? current = reader.Read(target).Content;
        if (content is null || current is null || current.AsSpan().SequenceEqual(content) || !IsMixture(current, old, content))
        {
            return;
        }

        using SafeFileHandle file = operations.OpenForWriting(target);
        if (isForSecrets)
        {
            MakePrivate(file);
        }

        Overwrite(file, content, current.Length);
    }

    private bool TryCreate(string target, ReadOnlySpan<byte> content, ref bool half)
    {
        SafeFileHandle file;
        try
        {
            file = operations.CreatePrivate(target);
        }
        catch (IOException error) when (ErrorNumbers.IsAlreadyThere(error))
        {
            return false; // Somebody who ignores the lock was faster.
        }

        half = true;
        using (file)
        {
            try
            {
                Overwrite(file, content, 0);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                operations.Delete(target);
                half = false;
                throw;
            }
        }

        half = false;
        operations.FlushFolder(ScratchFiles.FolderOf(target));
        return true;
    }

    private void MakePrivate(SafeFileHandle file)
    {
        try
        {
            operations.SetMode(file, UnixMode.Private);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Of a file that others own the mode is theirs to set.
        }
    }

    // The part beyond the old end goes first: a full disk shows there, before a byte of the old content is touched.
    private void Overwrite(SafeFileHandle file, ReadOnlySpan<byte> content, int oldLength)
    {
        int common = Math.Min(oldLength, content.Length);
        if (content.Length > oldLength)
        {
            operations.Write(file, content[common..], common);
            operations.Flush(file);
        }

        operations.Write(file, content[..common], 0);
        if (content.Length < oldLength)
        {
            operations.SetLength(file, content.Length);
        }

        operations.Flush(file);
    }

    private void Save(string path, ReadOnlySpan<byte> content)
    {
        using SafeFileHandle file = operations.CreatePrivate(path);
        operations.Write(file, content, 0);
        operations.Flush(file);
    }

    // Each byte is the old or the new one, or 0 where a crash of the machine lost a block of the new end.
    private static bool IsMixture(ReadOnlySpan<byte> current, ReadOnlySpan<byte> old, ReadOnlySpan<byte> content)
    {
        if (current.Length < Math.Min(old.Length, content.Length) || current.Length > Math.Max(old.Length, content.Length))
        {
            return false;
        }

        for (int i = 0; i < current.Length; i++)
        {
            bool known = (i < old.Length && current[i] == old[i])
                || (i < content.Length && (current[i] == content[i] || current[i] == 0));
            if (!known)
            {
                return false;
            }
        }

        return true;
    }
}
