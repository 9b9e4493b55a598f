using Microsoft.Win32.SafeHandles;

namespace AwsSsoCredentials.Files;

/// <summary>
/// The single steps that safe writing is made of, each one system call as far as possible: the seam where tests inject faults. Every step
/// raises <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>, with the error number of the system in
/// <see cref="Exception.HResult"/>.
/// </summary>
internal interface IFileOperations
{
    /// <summary>Gets the user on whose behalf the system judges access; 0 is root, and stands for everybody on Windows.</summary>
    uint EffectiveUserId { get; }

    /// <summary>Gets the status of what a path leads to.</summary>
    /// <returns>Null when there is nothing, or only a link to nothing.</returns>
    FileStatus? GetStatus(string path);

    /// <summary>Gets the status of what stands at a path, be it a link.</summary>
    /// <returns>Null when there is nothing.</returns>
    FileStatus? GetLinkStatus(string path);

    /// <summary>Gets the status of an open file.</summary>
    FileStatus GetStatus(SafeFileHandle file);

    /// <summary>Reads a symbolic link.</summary>
    /// <returns>Where it points, as written; null when it is no link.</returns>
    string? ReadLink(string path);

    /// <summary>Opens an existing file for reading; others may read, write and delete it.</summary>
    SafeFileHandle OpenForReading(string path);

    /// <summary>Opens a device or pipe, which has no places to read from; waits for the writer of a pipe.</summary>
    Stream OpenStream(string path);

    /// <summary>Opens an existing file for writing in place; nothing is cut.</summary>
    SafeFileHandle OpenForWriting(string path);

    /// <summary>Creates a file nobody else can read (0600 from its first instant); fails when there is one, or a link.</summary>
    SafeFileHandle CreatePrivate(string path);

    /// <summary>Creates a file nobody sees: on the file system of a folder (0600), but without a name. Without one it is gone when it is closed.</summary>
    /// <returns>Null where that is not possible.</returns>
    SafeFileHandle? CreateNameless(string folder);

    /// <summary>Gives a nameless file its name; fails when there is something of that name.</summary>
    void GiveName(SafeFileHandle file, string path);

    /// <summary>Opens a lock file, and creates it (0600) where it is missing; locks nothing yet.</summary>
    /// <param name="path">The lock file.</param>
    /// <param name="created">Whether it had to be created.</param>
    SafeFileHandle OpenLock(string path, out bool created);

    /// <summary>Locks an open lock file for exclusive use, which ends with the handle or with the process.</summary>
    /// <param name="file">The lock file.</param>
    /// <param name="wait">Whether to wait for it, which nothing can interrupt.</param>
    /// <returns>False when somebody else has it and waiting was not asked for.</returns>
    bool Lock(SafeFileHandle file, bool wait);

    /// <summary>Reads from a place in the file.</summary>
    /// <returns>The number of bytes; 0 at the end.</returns>
    int Read(SafeFileHandle file, Span<byte> buffer, long offset);

    /// <summary>Writes at a place in the file.</summary>
    void Write(SafeFileHandle file, ReadOnlySpan<byte> content, long offset);

    /// <summary>Cuts or extends the file.</summary>
    void SetLength(SafeFileHandle file, long length);

    /// <summary>Comes back when the content is on the disk.</summary>
    void Flush(SafeFileHandle file);

    /// <summary>Sets the permissions; nothing on Windows.</summary>
    void SetMode(SafeFileHandle file, UnixFileMode mode);

    /// <summary>Sets owner and group; nothing on Windows.</summary>
    void SetOwner(SafeFileHandle file, uint userId, uint groupId);

    /// <summary>Puts a file in the place of another, or of none, in one step.</summary>
    void Rename(string source, string target);

    /// <summary>Removes a file or link; no error when there is none.</summary>
    void Delete(string path);

    /// <summary>Creates a folder with mode 0700; its parent exists.</summary>
    void CreateFolder(string path);

    /// <summary>Comes back when the names in a folder are on the disk.</summary>
    void FlushFolder(string path);

    /// <summary>Lists the names in a folder that begin with a text.</summary>
    IReadOnlyList<string> ListNames(string folder, string prefix);
}
