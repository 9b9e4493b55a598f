using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace AwsSsoCredentials.Files.Native;

/// <summary>Locks on Windows: <c>LockFileEx</c> on the first byte, which need not exist.</summary>
[SupportedOSPlatform("windows")]
internal static partial class WindowsLock
{
    private const uint FailImmediately = 1;
    private const uint Exclusive = 2;
    private const int LockViolation = 33;
    private const int Pending = 997;

    internal static bool Lock(SafeFileHandle file, bool wait)
    {
        var place = default(NativeOverlapped);
        if (LockFileEx(file, Exclusive | (wait ? 0 : FailImmediately), 0, 1, 0, ref place))
        {
            return true;
        }

        int error = Marshal.GetLastPInvokeError();
        return error is LockViolation or Pending
            ? false
            : throw new IOException(Marshal.GetPInvokeErrorMessage(error), unchecked((int)0x80070000) | error);
    }

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool LockFileEx(SafeFileHandle file, uint flags, uint reserved, uint low, uint high, ref NativeOverlapped place);
}
