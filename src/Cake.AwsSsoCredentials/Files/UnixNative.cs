using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Cake.AwsSsoCredentials.Files;

/// <summary>What .NET does not offer of libc. No variadic function gets an optional argument: arm64 of Apple passes those differently.</summary>
internal static class UnixNative
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

    [DllImport(LibC, EntryPoint = "geteuid", ExactSpelling = true)]
    internal static extern uint GetEffectiveUserId();

    [DllImport(LibC, EntryPoint = "flock", ExactSpelling = true, SetLastError = true)]
    internal static extern int Lock(SafeFileHandle file, int operation);

    [DllImport(LibC, EntryPoint = "fchown", ExactSpelling = true, SetLastError = true)]
    internal static extern int SetOwner(SafeFileHandle file, uint userId, uint groupId);

    [DllImport(LibC, EntryPoint = "rename", ExactSpelling = true, SetLastError = true)]
    internal static extern int Rename(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string source, [MarshalAs(UnmanagedType.LPUTF8Str)] string target);

    [DllImport(LibC, EntryPoint = "open", ExactSpelling = true, SetLastError = true)]
    internal static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport(LibC, EntryPoint = "fsync", ExactSpelling = true, SetLastError = true)]
    internal static extern int Flush(int file);

    [DllImport(LibC, EntryPoint = "close", ExactSpelling = true, SetLastError = true)]
    internal static extern int Close(int file);
}
