namespace AwsSsoCredentials.Files;

/// <summary>
/// Reads, locks and replaces files so that no reader ever sees half a file and no writer of ours overwrites another. Links are followed and
/// kept. Locks and temporary files stand beside their file, or beside its folder (<see cref="KeepingClean"/>). To change a file: <see cref="Lock"/>, <see cref="ReadSnapshot"/>, <see cref="TryReplace"/>, again when that says false.
/// </summary>
internal sealed class SafeFiles
{
    private const long MaximumText = 100 * FileErrors.Megabyte;
    private const long MaximumSecret = FileErrors.Megabyte;

    private readonly IFileOperations _operations;
    private readonly TimeProvider _time;
    private readonly string? _cleanFolder;
    private readonly bool _isForSecrets;
    private readonly ScratchFiles _scratch;
    private readonly LinkResolver _links;
    private readonly FileReader _reader;
    private readonly FileLocker _locker;
    private readonly InPlaceWriter _inPlace;
    private readonly FileReplacement _replacement;

    /// <summary>Works on the real file system, by the real clock.</summary>
    public SafeFiles()
        : this(new FileOperations(), TimeProvider.System)
    {
    }

    /// <summary>Works with the given steps.</summary>
    /// <param name="operations">The steps.</param>
    /// <param name="time">The clock that pauses and timeouts go by.</param>
    public SafeFiles(IFileOperations operations, TimeProvider time)
        : this(operations, time, null, false)
    {
    }

    private SafeFiles(IFileOperations operations, TimeProvider time, string? cleanFolder, bool isForSecrets)
    {
        _isForSecrets = isForSecrets;
        _operations = operations;
        _time = time;
        _cleanFolder = cleanFolder;
        _scratch = new ScratchFiles(operations, cleanFolder);
        _links = new LinkResolver(operations);
        _reader = new FileReader(operations, time, isForSecrets ? MaximumSecret : MaximumText);
        _locker = new FileLocker(operations, _scratch, time);
        _inPlace = new InPlaceWriter(operations, _scratch, _reader, isForSecrets);
        _replacement = new FileReplacement(operations, _scratch, _reader, _inPlace, isForSecrets);
    }

    /// <summary>
    /// Works so that nothing but finished files ever stands in a folder, for the sake of readers that open whatever they find there: locks and
    /// temporary files of its files stand beside the folder.
    /// </summary>
    /// <param name="folder">The full path of the folder.</param>
    /// <returns>The same for all other files.</returns>
    public SafeFiles KeepingClean(string folder) => new(_operations, _time, folder, _isForSecrets);

    /// <summary>
    /// Works on small files of secrets that nobody but tools reads: whatever mode one had, written it is for its owner alone (0600); and what is
    /// larger than 1 MB is none.
    /// </summary>
    /// <returns>The same for such files.</returns>
    public SafeFiles ForSecrets() => new(_operations, _time, _cleanFolder, true);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The full path.</param>
    /// <returns>The bytes; null when there is no such file.</returns>
    /// <exception cref="SsoFileException">It is there but cannot be read.</exception>
    public byte[]? TryRead(string path) => _reader.Read(path).Content;

    /// <summary>Reads a file, also one that is a device or a pipe, which can be read only.</summary>
    /// <param name="path">The full path.</param>
    /// <returns>The bytes; null when there is no such file.</returns>
    /// <exception cref="SsoFileException">It is there but cannot be read, or not to its end in reasonable time and size.</exception>
    public byte[]? TryReadAny(string path) => _reader.ReadAny(path);

    /// <summary>Reads a file together with what tells later whether it changed.</summary>
    /// <param name="path">The full path.</param>
    /// <returns>The snapshot; empty when there is no such file.</returns>
    /// <exception cref="SsoFileException">It is there but cannot be read.</exception>
    public FileSnapshot ReadSnapshot(string path) => _reader.Read(path);

    /// <summary>
    /// Waits for the exclusive right to write a file; then finishes or removes what dead writers left beside it. Missing folders are created
    /// (0700).
    /// </summary>
    /// <param name="path">The full path; the file need not exist.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The right; dispose it.</returns>
    /// <exception cref="SsoFileException">Nobody gave it back in time, or the lock file cannot be opened.</exception>
    public FileLock Lock(string path, TimeSpan timeout, CancellationToken cancellationToken = default) =>
        LockAsync(path, timeout, Wait, cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <inheritdoc cref="Lock"/>
    public Task<FileLock> LockAsync(string path, TimeSpan timeout, CancellationToken cancellationToken = default) =>
        LockAsync(path, timeout, task => new ValueTask(task), cancellationToken).AsTask();

    /// <summary>Whether a lock still keeps other writers out; it does not once somebody deleted or replaced the lock file.</summary>
    /// <param name="taken">The lock.</param>
    /// <returns>False when it must be taken again.</returns>
    /// <exception cref="SsoFileException">That cannot be found out.</exception>
    public bool IsHeld(FileLock taken)
    {
        try
        {
            return _locker.IsHeld(taken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.Of("lock", taken.LockPath, _operations, error);
        }
    }

    /// <summary>Gives a file new content, whatever stands there. The caller holds its lock.</summary>
    /// <param name="path">The full path; a new file gets mode 0600, an existing one keeps mode, owner, group and links.</param>
    /// <param name="content">The new content.</param>
    /// <param name="space">Space that was taken for it; null for none.</param>
    /// <exception cref="SsoFileException">That failed; the old content still stands there.</exception>
    public void Replace(string path, ReadOnlySpan<byte> content, ReservedSpace? space = null)
    {
        while (!TryReplace(path, content, null, space: space))
        {
            // Only in-place writing says false without an expectation: it read first, and somebody wrote since. It reads anew.
        }
    }

    /// <summary>Takes the space that new content will need, before there is any. The caller holds the lock of the file.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="length">How many bytes.</param>
    /// <returns>The space, for <see cref="TryReplace"/>; dispose it.</returns>
    /// <exception cref="SsoFileException">There is no such space, or nothing can be written there.</exception>
    public ReservedSpace Reserve(string path, int length)
    {
        string target = _links.Resolve(path);
        EnsureFolders(target);
        try
        {
            return _replacement.Reserve(target, length);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.Of("write", target, _operations, error);
        }
    }

    /// <summary>Gives a file new content if nobody wrote it since it was read. The caller holds its lock.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="content">The new content.</param>
    /// <param name="expected">The file as it was read; null when that does not matter.</param>
    /// <param name="taken">The lock, to see whether it is held still; null when that does not matter.</param>
    /// <param name="space">Space that was taken for it; null for none.</param>
    /// <returns>False when somebody who ignores the lock wrote the file, or deleted the lock file: read and edit again.</returns>
    /// <exception cref="SsoFileException">That failed; the old content still stands there.</exception>
    public bool TryReplace(string path, ReadOnlySpan<byte> content, FileSnapshot? expected, FileLock? taken = null, ReservedSpace? space = null)
    {
        string target = _links.Resolve(path);
        EnsureFolders(target);
        try
        {
            return _replacement.TryReplace(target, content, expected, taken is null ? null : () => _locker.IsHeld(taken), space);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.Of("write", target, _operations, error);
        }
    }

    /// <summary>Removes a file, or a link without what it leads to; no error when there is none.</summary>
    /// <param name="path">The full path.</param>
    /// <exception cref="SsoFileException">It cannot be removed.</exception>
    public void Delete(string path)
    {
        try
        {
            _operations.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.Of("delete", path, _operations, error);
        }
    }

    /// <summary>Creates a folder and its missing ancestors, all 0700; one that is there stays as it is.</summary>
    /// <param name="path">The full path.</param>
    /// <exception cref="SsoFileException">It cannot be created, or a file stands in its place.</exception>
    public void EnsurePrivateDirectory(string path)
    {
        try
        {
            FileStatus? status = _operations.GetStatus(path);
            if (status is null)
            {
                if (Path.GetDirectoryName(path) is { Length: > 0 } parent)
                {
                    EnsurePrivateDirectory(parent);
                }

                _operations.CreateFolder(path);
            }
            else if (status.Kind != FileKind.Folder)
            {
                throw new SsoFileException($"Cannot use {path} as a folder: it is a file; move it away");
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.Of("create folder", path, _operations, error);
        }
    }

    /// <summary>Finds out whether others can get at a file.</summary>
    /// <param name="path">The full path.</param>
    /// <returns>Null where they cannot, or that cannot be found out.</returns>
    public FileExposure? FindExposure(string path) => FileExposure.Find(_operations, path);

    /// <summary>Whether two paths lead to one file, by whatever links.</summary>
    /// <param name="path">A full path.</param>
    /// <param name="other">Another.</param>
    /// <returns>True when they do.</returns>
    /// <exception cref="SsoFileException">That cannot be found out.</exception>
    public bool IsSameFile(string path, string other)
    {
        try
        {
            return _links.Resolve(path) == _links.Resolve(other)
                || (_operations.GetStatus(path) is { } status && status.IsSameFile(_operations.GetStatus(other)));
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException { HResult: ErrorNumbers.AccessDenied })
        {
            return false; // Who may not even look at a file does not write it.
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.Of("use", path, _operations, error);
        }
    }

    private async ValueTask<FileLock> LockAsync(
        string path, TimeSpan timeout, Func<Task, ValueTask> wait, CancellationToken cancellationToken)
    {
        string target = _links.Resolve(path);
        RefuseUnlessFile(target); // before a lock file is made beside it: /dev is no place for one
        EnsureFolders(target);
        FileLock taken = await _locker.LockAsync(target, timeout, wait, cancellationToken).ConfigureAwait(false);
        try
        {
            CleanUpAfterDeadWriters(target);
            return taken;
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    private void EnsureFolders(string target)
    {
        EnsurePrivateDirectory(_scratch.PlaceOf(target));
        EnsurePrivateDirectory(ScratchFiles.FolderOf(target));
    }

    private void RefuseUnlessFile(string target)
    {
        try
        {
            if (_operations.GetStatus(target) is { } status)
            {
                FileErrors.RefuseUnlessFile(target, status);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.Of("use", target, _operations, error);
        }
    }

    private static ValueTask Wait(Task task)
    {
        task.GetAwaiter().GetResult();
        return ValueTask.CompletedTask;
    }

    private void CleanUpAfterDeadWriters(string target)
    {
        try
        {
            List<ScratchFile> left = _scratch.Find(target);
            foreach (ScratchFile file in left.Where(file => file.Kind == ScratchFiles.NewContent && IsTrusted(file.Path, target)))
            {
                _inPlace.Finish(target, file.Path, _scratch.PathOf(target, file.Id, ScratchFiles.OldContent));
            }

            // New content first: without it nobody finishes anything, so its old content may go.
            foreach (ScratchFile file in left.OrderBy(file => file.Kind, StringComparer.Ordinal))
            {
                _scratch.Discard(file.Path);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.Of("finish or remove what an interrupted writer left beside", target, _operations, error);
        }
    }

    // In a folder that others may write, anybody could plant "new content".
    private bool IsTrusted(string path, string target)
    {
        const UnixFileMode ByOthers = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
        return OperatingSystem.IsWindows()
            || (_operations.GetLinkStatus(path) is { Kind: FileKind.File, Links: 1 } copy
                && (copy.Mode & ByOthers) == 0
                && (copy.UserId == _operations.EffectiveUserId || copy.UserId == 0 || copy.UserId == _operations.GetStatus(target)?.UserId));
    }
}
