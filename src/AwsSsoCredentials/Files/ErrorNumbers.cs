namespace AwsSsoCredentials.Files;

/// <summary>
/// The error numbers that are acted on, as .NET puts them into <see cref="Exception.HResult"/>: errno on Unix, an HRESULT on Windows.
/// Numbers alike on Linux and macOS unless both are given.
/// </summary>
internal static class ErrorNumbers
{
    internal const int NotPermitted = 1; // EPERM
    internal const int NotFound = 2; // ENOENT
    internal const int Interrupted = 4; // EINTR
    internal const int AccessDenied = 13; // EACCES
    internal const int Busy = 16; // EBUSY
    internal const int NotAFolder = 20; // ENOTDIR
    internal const int InvalidArgument = 22; // EINVAL
    internal const int NoSpace = 28; // ENOSPC
    internal const int ReadOnlyFileSystem = 30; // EROFS

    private const int FileExists = 17; // EEXIST
    private const int CrossDevice = 18; // EXDEV
    private const int WindowsNotSameDevice = unchecked((int)0x80070011);
    private const int WindowsFileExists = unchecked((int)0x80070050);
    private const int WindowsAlreadyExists = unchecked((int)0x800700B7);
    private const int LinuxNotSupported = 95; // EOPNOTSUPP
    private const int MacNotSupported = 45; // ENOTSUP
    private const int WindowsSharingViolation = unchecked((int)0x80070020);
    private const int WindowsLockViolation = unchecked((int)0x80070021);
    private const int WindowsCannotRemoveReplaced = unchecked((int)0x80070497); // what ReplaceFile answers while somebody reads the file
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const int WindowsHandleDiskFull = unchecked((int)0x80070027);

    /// <summary>Gets EWOULDBLOCK.</summary>
    internal static int WouldBlock => OperatingSystem.IsLinux() ? 11 : 35;

    private static int QuotaExceeded => OperatingSystem.IsLinux() ? 122 : 69; // EDQUOT

    internal static bool IsInUse(Exception error) => error is IOException
        && (OperatingSystem.IsWindows()
            ? error.HResult is WindowsSharingViolation or WindowsLockViolation or WindowsCannotRemoveReplaced
            : error.HResult == WouldBlock);

    internal static bool IsAlreadyThere(Exception error) => error is IOException
        && (OperatingSystem.IsWindows() ? error.HResult is WindowsFileExists or WindowsAlreadyExists : error.HResult == FileExists);

    /// <summary>Whether a rename failed because its two folders are on different file systems.</summary>
    internal static bool IsOtherDevice(Exception error) => error is IOException
        && error.HResult == (OperatingSystem.IsWindows() ? WindowsNotSameDevice : CrossDevice);

    internal static bool IsDiskFull(Exception error) => error is IOException
        && (OperatingSystem.IsWindows()
            ? error.HResult is WindowsDiskFull or WindowsHandleDiskFull
            : error.HResult == NoSpace || error.HResult == QuotaExceeded);

    /// <summary>Whether the step is one this file system does not know, which is no reason to fail.</summary>
    internal static bool IsUnsupported(int number) => number is InvalidArgument or LinuxNotSupported or MacNotSupported;
}
