namespace AwsSsoCredentials.Files;

/// <summary>A file as it was read, to see later whether somebody who ignores the lock wrote it meanwhile.</summary>
/// <param name="Content">Its bytes; null when there was none.</param>
/// <param name="Status">What the file system knew about it; null when there was none.</param>
internal sealed record FileSnapshot(byte[]? Content, FileStatus? Status)
{
    /// <summary>The content may hold secrets.</summary>
    /// <returns>The length.</returns>
    public override string ToString() => Content is null ? "no file" : FormattableString.Invariant($"{Content.Length} bytes");
}
