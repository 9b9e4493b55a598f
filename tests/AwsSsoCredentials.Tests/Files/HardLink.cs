using System.Runtime.InteropServices;

namespace AwsSsoCredentials.Tests.Files;

/// <summary>A second name of a file.</summary>
internal static class HardLink
{
    internal static void Create(string path, string other) => Assert.Equal(0, Link(path, other));

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    private static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string path, [MarshalAs(UnmanagedType.LPUTF8Str)] string other);
}
