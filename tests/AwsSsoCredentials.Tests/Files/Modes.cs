namespace AwsSsoCredentials.Tests.Files;

/// <summary>Permissions, in tests that are skipped on Windows.</summary>
internal static class Modes
{
    internal static UnixFileMode Of(string path) =>
        OperatingSystem.IsWindows() ? throw new PlatformNotSupportedException() : File.GetUnixFileMode(path);

    internal static void Set(string path, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException();
        }

        File.SetUnixFileMode(path, mode);
    }
}
