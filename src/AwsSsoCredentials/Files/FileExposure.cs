namespace AwsSsoCredentials.Files;

/// <summary>Why others can get at a file, and the command that mends it.</summary>
/// <param name="Reason">To follow the path.</param>
/// <param name="Remedy">A command line; null where no quotes keep the path together in every shell.</param>
internal sealed record FileExposure(string Reason, string? Remedy)
{
    private const UnixFileMode Readable = UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Writable = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>Looks at a file and at a link that leads to it.</summary>
    /// <param name="operations">The steps.</param>
    /// <param name="path">The full path, be it a link.</param>
    /// <returns>Null where nobody else can, or that cannot be found out; always on Windows, where a home's files inherit from it.</returns>
    internal static FileExposure? Find(IFileOperations operations, string path)
    {
        try
        {
            return OperatingSystem.IsWindows() || operations.GetStatus(path) is not { } file ? null : Find(operations, path, file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null; // Only a comment is lost; what was to be done is done.
        }
    }

    private static FileExposure? Find(IFileOperations operations, string path, FileStatus file)
    {
        var reasons = new List<string>();
        var remedies = new List<string?>();
        uint user = operations.EffectiveUserId;
        if (operations.GetLinkStatus(path) is { Kind: FileKind.Link } link && link.UserId != user
            && operations.GetStatus(Path.GetDirectoryName(path) ?? "/") is { } folder && folder.Mode.HasFlag(UnixFileMode.StickyBit))
        {
            reasons.Add(FormattableString.Invariant($"is a link that user {link.UserId} made in a folder of all"));

            // The rest is the matter of a file that is no longer meant then.
            return new FileExposure(reasons[0], FileErrors.Command("rm", path));
        }

        if (file.UserId != user)
        {
            reasons.Add(FormattableString.Invariant($"belongs to user {file.UserId}"));
            remedies.Add(FileErrors.Command(FormattableString.Invariant($"sudo chown {user}"), path));
        }

        if ((file.Mode & (Readable | Writable)) != 0)
        {
            reasons.Add($"can be {((file.Mode & Readable) == 0 ? "changed" : (file.Mode & Writable) == 0 ? "read" : "read and changed")} by others");
            remedies.Add(FileErrors.Command("chmod 600", path));
        }

        return reasons.Count == 0 ? null : new FileExposure(string.Join(", ", reasons), remedies.Contains(null) ? null : string.Join(" && ", remedies));
    }
}
