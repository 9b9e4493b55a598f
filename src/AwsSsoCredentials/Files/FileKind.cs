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

    /// <summary>A character device such as <c>/dev/null</c>, or a pipe: it can be read as a stream.</summary>
    Stream,

    /// <summary>A socket or disk.</summary>
    Other,
}
