using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace AwsSsoCredentials.Files.Native;

/// <summary>What .NET does not offer of libc. No variadic function gets an optional argument: arm64 of Apple passes those differently.</summary>
internal static partial class UnixNative
{
    internal const int LockExclusive = 2; // LOCK_EX, alike on Linux and macOS
    internal const int LockNonBlocking = 4; // LOCK_NB
    internal const int OpenReadOnly = 0; // O_RDONLY
    internal const int OpenReadWrite = 2; // O_RDWR

    private const string LibC = "libc";

    /// <summary>Gets O_CLOEXEC.</summary>
    internal static int CloseOnExecute => OperatingSystem.IsLinux() ? 0x80000 : 0x1000000;

    internal static IOException Error(int number, string path) =>
        new($"{Marshal.GetPInvokeErrorMessage(number)}: {path}", number);

    [LibraryImport(LibC, EntryPoint = "geteuid")]
    internal static partial uint GetEffectiveUserId();

    [LibraryImport(LibC, EntryPoint = "flock", SetLastError = true)]
    internal static partial int Lock(SafeFileHandle file, int operation);

    [LibraryImport(LibC, EntryPoint = "fchown", SetLastError = true)]
    internal static partial int SetOwner(SafeFileHandle file, uint userId, uint groupId);

    [LibraryImport(LibC, EntryPoint = "rename", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Rename(string source, string target);

    [LibraryImport(LibC, EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Open(string path, int flags);

    [LibraryImport(LibC, EntryPoint = "fsync", SetLastError = true)]
    internal static partial int Flush(int file);

    [LibraryImport(LibC, EntryPoint = "close", SetLastError = true)]
    internal static partial int Close(int file);
}
