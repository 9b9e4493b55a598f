using System.Runtime.InteropServices;

namespace AwsSsoCredentials.Files.Native;

/// <summary>The homes of the users of a Unix machine, of whatever directory it asks.</summary>
internal static partial class UserHomes
{
    /// <summary>Finds the home folder of a user.</summary>
    /// <param name="user">The name of the user.</param>
    /// <returns>The path; null when there is no such user.</returns>
    internal static unsafe string? Find(string user)
    {
        // struct passwd: two texts, two numbers, then texts; macOS has a time and one more text before the home.
        nint* entry = (nint*)GetUser(user);
        int home = OperatingSystem.IsLinux() ? 3 + (8 / sizeof(nint)) : 5 + (8 / sizeof(nint));
        return entry is null ? null : Marshal.PtrToStringUTF8(entry[home]);
    }

    [LibraryImport("libc", EntryPoint = "getpwnam", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint GetUser(string name);
}
