namespace AwsSsoCredentials.Files;

/// <summary>The <c>st_mode</c> of POSIX.</summary>
internal static class UnixMode
{
    /// <summary>0600.</summary>
    internal const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>0700.</summary>
    internal const UnixFileMode PrivateFolder = Private | UnixFileMode.UserExecute;

    internal static FileKind Kind(int mode) => (mode & 0xF000) switch
    {
        0x8000 => FileKind.File,
        0x4000 => FileKind.Folder,
        0xA000 => FileKind.Link,
        0x1000 or 0x2000 => FileKind.Stream,
        _ => FileKind.Other,
    };

    internal static UnixFileMode Permissions(int mode) => (UnixFileMode)(mode & 0xFFF);
}
