using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace AwsSsoCredentials.Files.Native;

/// <summary>The status of files on macOS, by <c>stat</c> with 64-bit inodes, which has a name of its own on Intel.</summary>
internal static partial class MacStatus
{
    private static bool IsIntel => RuntimeInformation.ProcessArchitecture == Architecture.X64;

    internal static FileStatus? OfPath(string path, bool followLinks)
    {
        Buffer buffer;
        int result = followLinks
            ? IsIntel ? StatIntel(path, out buffer) : Stat(path, out buffer)
            : IsIntel ? LinkStatIntel(path, out buffer) : LinkStat(path, out buffer);
        if (result < 0)
        {
            int error = Marshal.GetLastPInvokeError();
            return error is ErrorNumbers.NotFound or ErrorNumbers.NotAFolder ? null : throw UnixNative.Error(error, path);
        }

        return ToStatus(buffer);
    }

    internal static FileStatus OfHandle(SafeFileHandle file)
    {
        int result = IsIntel ? HandleStatIntel(file, out Buffer buffer) : HandleStat(file, out buffer);
        return result < 0 ? throw UnixNative.Error(Marshal.GetLastPInvokeError(), "open file") : ToStatus(buffer);
    }

    private static FileStatus ToStatus(in Buffer buffer) => new(
        UnixMode.Kind(buffer.Mode),
        UnixMode.Permissions(buffer.Mode),
        buffer.UserId,
        buffer.GroupId,
        buffer.Links,
        (ulong)buffer.Device,
        buffer.Inode,
        buffer.Size,
        unchecked((buffer.ModifiedSeconds * 1_000_000_000) + buffer.ModifiedNanoseconds),
        unchecked((buffer.ChangedSeconds * 1_000_000_000) + buffer.ChangedNanoseconds),
        IsMountPoint: false,
        HasAccessList: false);

    [LibraryImport("libc", EntryPoint = "stat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Stat(string path, out Buffer buffer);

    [LibraryImport("libc", EntryPoint = "stat$INODE64", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatIntel(string path, out Buffer buffer);

    [LibraryImport("libc", EntryPoint = "lstat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int LinkStat(string path, out Buffer buffer);

    [LibraryImport("libc", EntryPoint = "lstat$INODE64", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int LinkStatIntel(string path, out Buffer buffer);

    [LibraryImport("libc", EntryPoint = "fstat", SetLastError = true)]
    private static partial int HandleStat(SafeFileHandle file, out Buffer buffer);

    [LibraryImport("libc", EntryPoint = "fstat$INODE64", SetLastError = true)]
    private static partial int HandleStatIntel(SafeFileHandle file, out Buffer buffer);

    /// <summary><c>struct stat</c> of sys/stat.h, 144 bytes.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 144)]
    private struct Buffer
    {
        [FieldOffset(0)]
        internal int Device;

        [FieldOffset(4)]
        internal ushort Mode;

        [FieldOffset(6)]
        internal ushort Links;

        [FieldOffset(8)]
        internal ulong Inode;

        [FieldOffset(16)]
        internal uint UserId;

        [FieldOffset(20)]
        internal uint GroupId;

        [FieldOffset(48)]
        internal long ModifiedSeconds;

        [FieldOffset(56)]
        internal long ModifiedNanoseconds;

        [FieldOffset(64)]
        internal long ChangedSeconds;

        [FieldOffset(72)]
        internal long ChangedNanoseconds;

        [FieldOffset(96)]
        internal long Size;
    }
}
