namespace AwsSsoCredentials.Files;

/// <summary>Says what went wrong with a file, and what mends it.</summary>
internal static class FileErrors
{
    internal const long Megabyte = 1024 * 1024;

    /// <summary>Makes the error of a failed step.</summary>
    /// <param name="verb">What was to be done: read, write, lock …</param>
    /// <param name="path">The file.</param>
    /// <param name="operations">To find out who we are.</param>
    /// <param name="error">What the system said.</param>
    /// <returns>The error to throw.</returns>
    internal static SsoFileException Of(string verb, string path, IFileOperations operations, Exception error) =>
        new($"Cannot {verb} {path}: {Reason(path, operations, error)}", error);

    /// <summary>Refuses a folder, device or pipe.</summary>
    /// <exception cref="SsoFileException">It is none we can read or write.</exception>
    internal static void RefuseUnlessFile(string path, FileStatus status)
    {
        if (status.Kind == FileKind.Folder)
        {
            throw new SsoFileException($"Cannot use {path}: it is a folder where a file belongs; name a file, or move the folder away if nothing needs it");
        }

        if (status.Kind != FileKind.File)
        {
            throw new SsoFileException($"Cannot use {path}: it is a device, pipe or socket; point to a regular file");
        }
    }

    /// <summary>Refuses a file too large to be what is looked for, before it is taken into memory.</summary>
    /// <exception cref="SsoFileException">It is; an <see cref="InvalidDataException"/> tells it from what the system refuses.</exception>
    internal static void RefuseLarger(string path, long size, long maximum)
    {
        if (size > maximum)
        {
            throw new SsoFileException(
                FormattableString.Invariant($"Cannot read {path}: it is larger than {maximum / Megabyte} MB, and no such file is; move it away"),
                new InvalidDataException());
        }
    }

    /// <summary>Refuses a file that nobody is meant to write. Root could all the same; whoever set the mode did not want it.</summary>
    /// <exception cref="SsoFileException">It is read-only.</exception>
    internal static void RefuseReadOnly(string path, FileStatus status)
    {
        if (!status.Mode.HasFlag(UnixFileMode.UserWrite))
        {
            string? remedy = OperatingSystem.IsWindows() ? $"attrib -r \"{path}\"" : Command("chmod u+w", path);
            throw new SsoFileException($"Cannot write {path}: it is read-only; make it writable{(remedy is null ? "" : $" with: {remedy}")}");
        }
    }

    // Null where no quotes keep a path together in every shell: readers paste what stands here.
    internal static string? Command(string program, params string[] paths)
    {
        string?[] words = [.. paths.Select(Quoted.ForShells)];
        return words.Contains(null) ? null : $"{program} {string.Join(' ', words)}";
    }

    /// <summary>Whether nobody, or not we, may write there; another place would do.</summary>
    internal static bool IsDenied(Exception? error) =>
        error is UnauthorizedAccessException or IOException { HResult: ErrorNumbers.AccessDenied or ErrorNumbers.NotPermitted or ErrorNumbers.ReadOnlyFileSystem };

    private static string Reason(string path, IFileOperations operations, Exception error)
    {
        if (ErrorNumbers.IsDiskFull(error))
        {
            return "the disk is full or the quota is used up; free some space and run this again";
        }

        if (ErrorNumbers.IsInUse(error))
        {
            return "another process has it for itself; end that process or try again";
        }

        if (error.HResult == ErrorNumbers.ReadOnlyFileSystem)
        {
            return "the file system is read-only";
        }

        if (error is UnauthorizedAccessException || error.HResult is ErrorNumbers.AccessDenied or ErrorNumbers.NotPermitted)
        {
            return OperatingSystem.IsWindows()
                ? "access is denied; check who owns it and its folder"
                : FormattableString.Invariant($"permission denied for user {operations.EffectiveUserId}; check owner and mode")
                    + (Command("ls -ld", Path.GetDirectoryName(path) ?? "/", path) is { } remedy ? $" with: {remedy}" : " of the file and its folder");
        }

        // Whoever creates a file does not follow links: the system then says no more than that something is there.
        return ErrorNumbers.IsAlreadyThere(error) && operations.GetStatus(path) is null && operations.ReadLink(path) is { } target
            ? $"it is a link to {target}, where there is nothing; remove the link, or make what it points to"
            : error.Message;
    }
}
