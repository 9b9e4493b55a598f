namespace AwsSsoCredentials.Files;

/// <summary>What stands at a path.</summary>
internal enum FileKind
{
    /// <summary>A regular file.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A symbolic link; only seen when links are not followed.</summary>
    Link,

    /// <summary>A device, socket or pipe.</summary>
    Other,
}
