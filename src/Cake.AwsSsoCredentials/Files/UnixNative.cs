using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Cake.AwsSsoCredentials.Files;

/// <summary>What .NET does not offer of libc. No variadic function gets an optional argument: arm64 of Apple passes those differently.</summary>
internal static class UnixNative
{
    internal const int LockExclusiveNonBlocking = 2 | 4; // LOCK_EX | LOCK_NB, alike on Linux and macOS
    internal const int OpenReadOnly = 0;

    private const string LibC = "libc";

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
