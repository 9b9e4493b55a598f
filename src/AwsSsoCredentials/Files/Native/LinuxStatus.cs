using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace AwsSsoCredentials.Files.Native;

/// <summary>The status of files on Linux, by <c>statx</c>: its layout is one on all architectures. .NET tells neither owner nor number of links.</summary>
internal static partial class LinuxStatus
{
    private const int CurrentFolder = -100; // AT_FDCWD
    private const int NoFollow = 0x100; // AT_SYMLINK_NOFOLLOW
    private const int EmptyPath = 0x1000; // AT_EMPTY_PATH: the descriptor itself
    private const uint BasicStats = 0x7FF;
    private const ulong MountRoot = 0x2000; // since Linux 5.8; where it is missing, the rename answers EBUSY
    private const string AccessListAttribute = "system.posix_acl_access"; // xattr(7)

    internal static FileStatus? OfPath(string path, bool followLinks)
    {
        if (StatX(CurrentFolder, path, followLinks ? 0 : NoFollow, BasicStats, out Buffer buffer) < 0)
        {
            int error = Marshal.GetLastPInvokeError();
            return error is ErrorNumbers.NotFound or ErrorNumbers.NotAFolder ? null : throw UnixNative.Error(error, path);
        }

        return ToStatus(buffer, followLinks && GetAttribute(path, AccessListAttribute, 0, 0) > 0);
    }

    internal static FileStatus OfHandle(SafeFileHandle file)
    {
        bool added = false;
        try
        {
            file.DangerousAddRef(ref added);
            return StatX((int)file.DangerousGetHandle(), "", EmptyPath, BasicStats, out Buffer buffer) < 0
                ? throw UnixNative.Error(Marshal.GetLastPInvokeError(), "open file")
                : ToStatus(buffer, false);
        }
        finally
        {
            if (added)
            {
                file.DangerousRelease();
            }
        }
    }

    private static FileStatus ToStatus(in Buffer buffer, bool hasAccessList) => new(
        UnixMode.Kind(buffer.Mode),
        UnixMode.Permissions(buffer.Mode),
        buffer.UserId,
        buffer.GroupId,
        buffer.Links,
        ((ulong)buffer.DeviceMajor << 32) | buffer.DeviceMinor,
        buffer.Inode,
        (long)buffer.Size,
        Nanoseconds(buffer.Modified),
        Nanoseconds(buffer.Changed),
        (buffer.Attributes & MountRoot) != 0,
        hasAccessList);

    private static long Nanoseconds(Time time) => unchecked((time.Seconds * 1_000_000_000) + time.Nanoseconds);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatX(int folder, string path, int flags, uint mask, out Buffer buffer);

    [LibraryImport("libc", EntryPoint = "getxattr", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint GetAttribute(string path, string name, nint value, nint size);

    /// <summary><c>struct statx_timestamp</c>.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 16)]
    private struct Time
    {
        internal long Seconds;
        internal uint Nanoseconds;
    }

    /// <summary><c>struct statx</c> of linux/stat.h, 256 bytes.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Buffer
    {
        [FieldOffset(8)]
        internal ulong Attributes;

        [FieldOffset(16)]
        internal uint Links;

        [FieldOffset(20)]
        internal uint UserId;

        [FieldOffset(24)]
        internal uint GroupId;

        [FieldOffset(28)]
        internal ushort Mode;

        [FieldOffset(32)]
        internal ulong Inode;

        [FieldOffset(40)]
        internal ulong Size;

        [FieldOffset(96)]
        internal Time Changed;

        [FieldOffset(112)]
        internal Time Modified;

        [FieldOffset(136)]
        internal uint DeviceMajor;

        [FieldOffset(140)]
        internal uint DeviceMinor;
    }
}
