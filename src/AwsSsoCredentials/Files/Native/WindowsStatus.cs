using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace AwsSsoCredentials.Files.Native;

/// <summary>The status of files on Windows. Permissions are inherited from the folder there; of the mode only "may be written" is told.</summary>
[SupportedOSPlatform("windows")]
internal static partial class WindowsStatus
{
    internal static FileStatus? OfPath(string path, bool followLinks)
    {
        FileAttributes attributes;
        try
        {
            attributes = File.GetAttributes(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        if (attributes.HasFlag(FileAttributes.ReparsePoint) && new FileInfo(path).LinkTarget is not null)
        {
            FileSystemInfo? target = followLinks ? File.ResolveLinkTarget(path, returnFinalTarget: true) : null;
            return followLinks ? target is null ? null : OfPath(target.FullName, followLinks: false) : Plain(FileKind.Link);
        }

        if (attributes.HasFlag(FileAttributes.Directory))
        {
            return Plain(FileKind.Folder);
        }

#pragma warning disable RS0030 // Part of FileOperations, and it only looks.
        using SafeFileHandle file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
#pragma warning restore RS0030
        return OfHandle(file);
    }

    internal static FileStatus OfHandle(SafeFileHandle file)
    {
        if (!GetFileInformationByHandle(file, out Information information))
        {
            int error = Marshal.GetLastPInvokeError();
            throw new IOException(Marshal.GetPInvokeErrorMessage(error), unchecked((int)0x80070000) | error);
        }

        bool readOnly = ((FileAttributes)information.Attributes).HasFlag(FileAttributes.ReadOnly);
        return new FileStatus(
            FileKind.File,
            readOnly ? UnixFileMode.UserRead : UnixMode.Private,
            UserId: 0,
            GroupId: 0,
            information.Links,
            information.Volume,
            ((ulong)information.IndexHigh << 32) | information.IndexLow,
            ((long)information.SizeHigh << 32) | information.SizeLow,
            information.Modified,
            Changed: 0,
            IsMountPoint: false,
            HasAccessList: false); // ReplaceFile keeps it
    }

    private static FileStatus Plain(FileKind kind) =>
        new(kind, UnixMode.Private, 0, 0, 1, 0, 0, 0, 0, 0, IsMountPoint: false, HasAccessList: false);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GetFileInformationByHandle(SafeFileHandle file, out Information information);

    /// <summary><c>BY_HANDLE_FILE_INFORMATION</c>.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private struct Information
    {
        internal uint Attributes;
        internal long Created;
        internal long Accessed;
        internal long Modified;
        internal uint Volume;
        internal uint SizeHigh;
        internal uint SizeLow;
        internal uint Links;
        internal uint IndexHigh;
        internal uint IndexLow;
    }
}
