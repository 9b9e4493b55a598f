using System.Runtime.InteropServices;
using AwsSsoCredentials.Files.Native;
using Microsoft.Win32.SafeHandles;

#pragma warning disable RS0030 // Here is what the other rooms go through instead.

namespace AwsSsoCredentials.Files;

/// <summary>The real steps, on the file system of this machine.</summary>
internal sealed class FileOperations : IFileOperations
{
    /// <inheritdoc/>
    public uint EffectiveUserId => OperatingSystem.IsWindows() ? 0 : UnixNative.GetEffectiveUserId();

    /// <inheritdoc/>
    public FileStatus? GetStatus(string path) => StatusOf(path, followLinks: true);

    /// <inheritdoc/>
    public FileStatus? GetLinkStatus(string path) => StatusOf(path, followLinks: false);

    /// <inheritdoc/>
    public FileStatus GetStatus(SafeFileHandle file) =>
        OperatingSystem.IsWindows() ? WindowsStatus.OfHandle(file)
        : OperatingSystem.IsLinux() ? LinuxStatus.OfHandle(file)
        : MacStatus.OfHandle(file);

    /// <inheritdoc/>
    public string? ReadLink(string path) => new FileInfo(path).LinkTarget;

    /// <inheritdoc/>
    public SafeFileHandle OpenForReading(string path) =>
        File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    /// <inheritdoc/>
    public Stream OpenStream(string path) => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);

    /// <inheritdoc/>
    public SafeFileHandle OpenForWriting(string path) =>
        File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);

    /// <inheritdoc/>
    public SafeFileHandle CreatePrivate(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        }

        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 0,
            UnixCreateMode = UnixMode.Private,
        };
        return new FileStream(path, options).SafeFileHandle;
    }

    /// <inheritdoc/>
    public SafeFileHandle? CreateNameless(string folder) => OperatingSystem.IsLinux() && LinuxNamelessFile.CanBeNamed ? LinuxNamelessFile.Create(folder) : null;

    /// <inheritdoc/>
    public void GiveName(SafeFileHandle file, string path) => LinuxNamelessFile.GiveName(file, path);

    /// <inheritdoc/>
    public SafeFileHandle OpenLock(string path, out bool created)
    {
        if (OperatingSystem.IsWindows())
        {
            created = !File.Exists(path); // not used there
            return File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
        }

        created = false;
        while (true)
        {
            // Not File.OpenHandle: that locks by itself, and fails where somebody has the lock. Closed in child processes, which would keep
            // the lock otherwise.
            int file = UnixNative.Open(path, UnixNative.OpenReadWrite | UnixNative.CloseOnExecute);
            if (file >= 0)
            {
                return new SafeFileHandle(file, ownsHandle: true);
            }

            int error = Marshal.GetLastPInvokeError();
            if (error != ErrorNumbers.NotFound)
            {
                throw UnixNative.Error(error, path);
            }

            try
            {
                CreatePrivate(path).Dispose();
                created = true;
            }
            catch (IOException inUse) when (ErrorNumbers.IsInUse(inUse))
            {
                created = true; // .NET locks what it creates, if only for this instant, and somebody else has got the lock already.
            }
            catch (IOException alreadyThere) when (ErrorNumbers.IsAlreadyThere(alreadyThere) && new FileInfo(path).LinkTarget is null)
            {
                // Somebody else was faster.
            }
        }
    }

    /// <inheritdoc/>
    public bool Lock(SafeFileHandle file, bool wait)
    {
        if (OperatingSystem.IsWindows())
        {
            return WindowsLock.Lock(file, wait);
        }

        while (UnixNative.Lock(file, UnixNative.LockExclusive | (wait ? 0 : UnixNative.LockNonBlocking)) < 0)
        {
            int error = Marshal.GetLastPInvokeError();
            if (error == ErrorNumbers.WouldBlock)
            {
                return false;
            }

            if (error != ErrorNumbers.Interrupted)
            {
                throw UnixNative.Error(error, "lock file");
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public int Read(SafeFileHandle file, Span<byte> buffer, long offset) => RandomAccess.Read(file, buffer, offset);

    /// <inheritdoc/>
    public void Write(SafeFileHandle file, ReadOnlySpan<byte> content, long offset) => RandomAccess.Write(file, content, offset);

    /// <inheritdoc/>
    public void SetLength(SafeFileHandle file, long length) => RandomAccess.SetLength(file, length);

    /// <inheritdoc/>
    public void Flush(SafeFileHandle file) => RandomAccess.FlushToDisk(file);

    /// <inheritdoc/>
    public void SetMode(SafeFileHandle file, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, mode);
        }
    }

    /// <inheritdoc/>
    public void SetOwner(SafeFileHandle file, uint userId, uint groupId)
    {
        if (!OperatingSystem.IsWindows() && UnixNative.SetOwner(file, userId, groupId) < 0)
        {
            throw UnixNative.Error(Marshal.GetLastPInvokeError(), "owner");
        }
    }

    /// <inheritdoc/>
    public void Rename(string source, string target)
    {
        if (!OperatingSystem.IsWindows())
        {
            // Not File.Move: it copies where a rename is impossible, and so would write the target piece by piece.
            if (UnixNative.Rename(source, target) < 0)
            {
                throw UnixNative.Error(Marshal.GetLastPInvokeError(), target);
            }
        }
        else if (File.Exists(target))
        {
            File.Replace(source, target, destinationBackupFileName: null); // keeps the access list and the attributes of the target
        }
        else
        {
            File.Move(source, target);
        }
    }

    /// <inheritdoc/>
    public void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (DirectoryNotFoundException)
        {
            // Nothing there: what was asked for.
        }
    }

    /// <inheritdoc/>
    public void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            // CreateDirectory gives its mode to the last folder alone.
            if (Path.GetDirectoryName(path) is { Length: > 0 } parent && !Directory.Exists(parent))
            {
                CreateFolder(parent);
            }

            Directory.CreateDirectory(path, UnixMode.PrivateFolder);
        }
    }

    /// <inheritdoc/>
    public void FlushFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return; // NTFS journals names by itself, and folders cannot be flushed.
        }

        int folder = UnixNative.Open(path, UnixNative.OpenReadOnly | UnixNative.CloseOnExecute);
        if (folder < 0)
        {
            int error = Marshal.GetLastPInvokeError();
            if (error == ErrorNumbers.AccessDenied)
            {
                return; // A folder that may be entered and written but not listed; only reading needs the right.
            }

            throw UnixNative.Error(error, path);
        }

        try
        {
            if (UnixNative.Flush(folder) < 0 && Marshal.GetLastPInvokeError() is var error && !ErrorNumbers.IsUnsupported(error))
            {
                throw UnixNative.Error(error, path);
            }
        }
        finally
        {
            _ = UnixNative.Close(folder);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> ListNames(string folder, string prefix)
    {
        var names = new List<string>();
        foreach (string path in Directory.EnumerateFiles(folder))
        {
            string name = Path.GetFileName(path);
            if (name.StartsWith(prefix, StringComparison.Ordinal))
            {
                names.Add(name);
            }
        }

        return names;
    }

    private static FileStatus? StatusOf(string path, bool followLinks) =>
        OperatingSystem.IsWindows() ? WindowsStatus.OfPath(path, followLinks)
        : OperatingSystem.IsLinux() ? LinuxStatus.OfPath(path, followLinks)
        : MacStatus.OfPath(path, followLinks);
}
