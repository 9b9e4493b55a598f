using Microsoft.Win32.SafeHandles;

namespace AwsSsoCredentials.Files;

/// <summary>
/// The exclusive right to write a file. It ends with <see cref="Dispose"/> or with the process; the lock file itself stays, for whoever deleted
/// it could let two others in.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private readonly SafeFileHandle _file;

    internal FileLock(string lockPath, SafeFileHandle file)
    {
        LockPath = lockPath;
        _file = file;
    }

    /// <summary>Gets the lock file.</summary>
    public string LockPath { get; }

    /// <summary>Gets the open lock file, to see whether it still stands at its path.</summary>
    internal SafeFileHandle File => _file;

    /// <summary>Lets the next one in.</summary>
    public void Dispose() => _file.Dispose();
}
