namespace AwsSsoCredentials.Files;

/// <summary>What the file system knows about a file. Two equal ones of one path: nobody wrote in between, as far as time stamps can tell.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Mode">Its permissions; on Windows only whether it may be written.</param>
/// <param name="UserId">Its owner; 0 on Windows.</param>
/// <param name="GroupId">Its group; 0 on Windows.</param>
/// <param name="Links">The number of hard links.</param>
/// <param name="Device">With <paramref name="Inode"/> its identity.</param>
/// <param name="Inode">With <paramref name="Device"/> its identity.</param>
/// <param name="Size">Its length.</param>
/// <param name="Modified">When its content changed, in units of the system's own clock; may wrap around, so only equality means something.</param>
/// <param name="Changed">When anything about it changed, likewise.</param>
/// <param name="IsMountPoint">Whether something is mounted here, as containers do with single files: it cannot be renamed over.</param>
/// <param name="HasAccessList">Whether it has a POSIX access control list, which a new file in its place would lack.</param>
internal sealed record FileStatus(
    FileKind Kind,
    UnixFileMode Mode,
    uint UserId,
    uint GroupId,
    ulong Links,
    ulong Device,
    ulong Inode,
    long Size,
    long Modified,
    long Changed,
    bool IsMountPoint,
    bool HasAccessList)
{
    /// <summary>Whether both are one and the same file, whatever was written to it.</summary>
    /// <param name="other">The other.</param>
    /// <returns>True when they are.</returns>
    public bool IsSameFile(FileStatus? other) => other is not null && Device == other.Device && Inode == other.Inode;
}
