using Microsoft.Win32.SafeHandles;

namespace Cake.AwsSsoCredentials.Files;

/// <summary>Takes the lock of a file: an operating system's lock on <c>&lt;file&gt;.lock</c>, so that a killed holder leaves nothing locked.</summary>
internal sealed class FileLocker(IFileOperations operations, TimeProvider time)
{
    private const UnixFileMode Group = UnixFileMode.GroupRead | UnixFileMode.GroupWrite;
    private const UnixFileMode Others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>Tries until the time is up, in short steps of uneven length, so that waiters do not march in line.</summary>
    /// <param name="target">The file to be locked, links resolved.</param>
    /// <param name="timeout">How long to try.</param>
    /// <param name="pause">Waits; asynchronous or not is the caller's choice.</param>
    /// <returns>The lock.</returns>
    /// <exception cref="SsoFileException">The time is up, or the lock file cannot be opened.</exception>
    internal async ValueTask<FileLock> LockAsync(string target, TimeSpan timeout, Func<TimeSpan, ValueTask> pause)
    {
        string lockPath = target + ".lock";
        long start = time.GetTimestamp();
        while (true)
        {
            if (TryLock(target, lockPath) is { } taken)
            {
                return taken;
            }

            TimeSpan left = timeout - time.GetElapsedTime(start);
            if (left <= TimeSpan.Zero)
            {
                throw new SsoFileException(FormattableString.Invariant(
                    $"Cannot write {target}: another process has held its lock {lockPath} for {timeout.TotalSeconds:0.#} s; end that process or try again"));
            }

            TimeSpan step = TimeSpan.FromMilliseconds(Random.Shared.Next(2, 20));
            await pause(step < left ? step : left).ConfigureAwait(false);
        }
    }

    private FileLock? TryLock(string target, string lockPath)
    {
        SafeFileHandle? file = null;
        try
        {
            file = operations.TryOpenLock(lockPath, out bool created);
            if (file is null)
            {
                return null;
            }

            // Somebody may have deleted the lock file between our opening and our locking it: then others lock a new one.
            if (!OperatingSystem.IsWindows() && !operations.GetStatus(file).IsSameFile(operations.GetStatus(lockPath)))
            {
                file.Dispose();
                return null;
            }

            OpenToWritersOf(target, file, lockPath, created);
            return new FileLock(target, lockPath, file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            file?.Dispose();
            throw FileErrors.Of("lock", lockPath, operations, error);
        }
        catch
        {
            file?.Dispose();
            throw;
        }
    }

    // Whoever may write the target must be able to open its lock, whoever made that.
    private void OpenToWritersOf(string target, SafeFileHandle file, string lockPath, bool created)
    {
        if (OperatingSystem.IsWindows())
        {
            return; // The folder's access list is inherited.
        }

        FileStatus own = operations.GetStatus(file);
        FileStatus? status = operations.GetStatus(target);
        UnixFileMode mode = UnixMode.Private;
        if (status is not null)
        {
            mode |= status.Mode.HasFlag(UnixFileMode.GroupWrite) ? Group : 0;
            mode |= status.Mode.HasFlag(UnixFileMode.OtherWrite) ? Others : 0;
            if (created && (own.UserId, own.GroupId) != (status.UserId, status.GroupId) && !TrySetOwner(file, status))
            {
                // Then all: the lock file is empty, and who cannot enter the folder cannot reach it.
                mode |= Group | Others;
            }
        }

        // A lock that was there may be a trap for root (a link to somebody's file): only what is plainly a lock file of ours is changed.
        bool ours = created
            || (own.UserId == operations.EffectiveUserId && own is { Size: 0, Links: 1 } && own.IsSameFile(operations.GetLinkStatus(lockPath)));
        if (ours && (own.Mode & mode) != mode)
        {
            operations.SetMode(file, own.Mode | mode); // by the handle, past the umask
        }
    }

    private bool TrySetOwner(SafeFileHandle file, FileStatus status)
    {
        try
        {
            operations.SetOwner(file, status.UserId, status.GroupId);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false; // Only root may give files away.
        }
    }
}
