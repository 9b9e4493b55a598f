using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace AwsSsoCredentials.Files.Native;

/// <summary>Files that get their name when they are complete: <c>O_TMPFILE</c> of open(2), and linkat(2). On Linux alone.</summary>
internal static partial class LinuxNamelessFile
{
    private const string OpenFiles = "/proc/self/fd";
    private const int Nameless = 0x400000; // __O_TMPFILE
    private const int CurrentFolder = -100; // AT_FDCWD
    private const int FollowLink = 0x400; // AT_SYMLINK_FOLLOW
    private const int IsFolder = 21; // EISDIR
    private const int Invalid = 22; // EINVAL
    private const int NotSupported = 95; // EOPNOTSUPP

    /// <summary>Gets whether a file can get a name at all: it is found by way of /proc.</summary>
    internal static bool CanBeNamed => System.IO.Directory.Exists(OpenFiles);

    // O_DIRECTORY, which architectures do not agree on.
    private static int Directory => RuntimeInformation.ProcessArchitecture is Architecture.Arm or Architecture.Arm64 or Architecture.Armv6 or Architecture.Ppc64le
        ? 0x4000
        : 0x10000;

    /// <returns>Null where the file system knows no such files.</returns>
    /// <exception cref="IOException">The folder takes no file.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder takes none of ours.</exception>
    internal static SafeFileHandle? Create(string folder)
    {
        int file = Open(folder, Nameless | Directory | UnixNative.OpenReadWrite | UnixNative.CloseOnExecute, (uint)UnixMode.Private);
        if (file >= 0)
        {
            return new SafeFileHandle(file, ownsHandle: true);
        }

        int error = Marshal.GetLastPInvokeError();
        return error is NotSupported or IsFolder or Invalid ? null : throw UnixNative.Error(error, folder);
    }

    internal static void GiveName(SafeFileHandle file, string path)
    {
        bool added = false;
        try
        {
            file.DangerousAddRef(ref added);
            string own = string.Create(CultureInfo.InvariantCulture, $"{OpenFiles}/{(int)file.DangerousGetHandle()}");
            if (Link(CurrentFolder, own, CurrentFolder, path, FollowLink) < 0)
            {
                throw UnixNative.Error(Marshal.GetLastPInvokeError(), path);
            }
        }
        finally
        {
            if (added)
            {
                file.DangerousRelease();
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "linkat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(int oldFolder, string oldPath, int newFolder, string newPath, int flags);
}
