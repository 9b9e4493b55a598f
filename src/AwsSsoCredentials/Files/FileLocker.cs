using Microsoft.Win32.SafeHandles;

namespace AwsSsoCredentials.Files;

/// <summary>Takes the lock of a file: an operating system's lock on <c>&lt;file&gt;.lock</c>, so that a killed holder leaves nothing locked.</summary>
internal sealed class FileLocker(IFileOperations operations, ScratchFiles scratch, TimeProvider time)
{
    private const UnixFileMode Group = UnixFileMode.GroupRead | UnixFileMode.GroupWrite;
    private const UnixFileMode Others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>Waits for the lock. The system lets waiters sleep and wakes them; asking again and again would keep the holder from working.</summary>
    /// <param name="target">The file to be locked, links resolved.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="wait">Waits for a task; asynchronously or not is the caller's choice.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The lock.</returns>
    /// <exception cref="SsoFileException">The time is up (then with a <see cref="TimeoutException"/>), or the lock file cannot be opened.</exception>
    internal async ValueTask<FileLock> LockAsync(string target, TimeSpan timeout, Func<Task, ValueTask> wait, CancellationToken cancellationToken)
    {
        string lockPath = scratch.LockOf(target);
        long start = time.GetTimestamp();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            SafeFileHandle? file = null;
            try
            {
                file = operations.OpenLock(lockPath, out bool created);
                if (!operations.Lock(file, wait: false))
                {
                    await wait(WaitForLock(file, timeout - time.GetElapsedTime(start), cancellationToken)).ConfigureAwait(false);
                }

                // Somebody may have deleted the lock file between our opening and our locking it: then others lock a new one.
                if (IsThere(file, lockPath))
                {
                    OpenToWritersOf(target, file, lockPath, created);
                    var taken = new FileLock(lockPath, file);
                    file = null;
                    return taken;
                }
            }
            catch (TimeoutException error)
            {
                throw new SsoFileException(
                    FormattableString.Invariant(
                        $"Cannot write {target}: another process has held its lock {lockPath} for {timeout.TotalSeconds:0.#} s; end that process or try again"),
                    error);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw FileErrors.Of("lock", lockPath, operations, error);
            }
            finally
            {
                // Also of a waiting that was given up: the system closes the file, and so gives the lock back, when that thread gets it.
                file?.Dispose();
            }
        }
    }

    /// <summary>Whether a lock still keeps others out: who deletes a lock file lets them lock a new one.</summary>
    internal bool IsHeld(FileLock taken) => IsThere(taken.File, taken.LockPath);

    private bool IsThere(SafeFileHandle file, string lockPath) =>
        OperatingSystem.IsWindows() || operations.GetStatus(file).IsSameFile(operations.GetStatus(lockPath)); // an open file cannot be deleted there

    private async Task WaitForLock(SafeFileHandle file, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (timeout <= TimeSpan.Zero)
        {
            throw new TimeoutException();
        }

        Task waiting = Task.Factory.StartNew(
            () => operations.Lock(file, wait: true), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await waiting.WaitAsync(timeout, time, cancellationToken).ConfigureAwait(false);
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

        // What stands there may be a trap for root (a link to somebody's file): only what is plainly a lock file of ours is changed.
        if (own is not { Size: 0, Links: 1 } || own.UserId != operations.EffectiveUserId || !own.IsSameFile(operations.GetLinkStatus(lockPath)))
        {
            return;
        }

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

        if ((own.Mode & mode) != mode)
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
