using System.Buffers;
using System.Security.Cryptography;

namespace AwsSsoCredentials.Files;

/// <summary>
/// The lock of a target, and the files that a writer needs for a moment. Only who holds the lock makes the latter, so whoever gets the lock and
/// finds some knows that their writer is dead. They stand beside the target, or, where nothing but finished files may stand there, beside its folder.
/// </summary>
/// <param name="operations">The steps.</param>
/// <param name="cleanFolder">The full path of a folder whose files are read by whoever lists it, so that nothing else may stand in it; null for none.</param>
internal sealed class ScratchFiles(IFileOperations operations, string? cleanFolder)
{
    /// <summary>New content on its way: worthless until renamed.</summary>
    internal const string Temporary = ".tmp";

    /// <summary>Complete new content of a target that is being written in place.</summary>
    internal const string NewContent = ".new";

    /// <summary>What stood in that target before.</summary>
    internal const string OldContent = ".old";

    private const int IdLength = 16;
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    // As FolderOf gives it, whatever separators it was written with.
    private readonly string? _cleanFolder = cleanFolder is null ? null : FolderOf(Path.Combine(cleanFolder, "file"));

    /// <summary>Makes an id that no other writer has.</summary>
    internal static string NewId() => RandomNumberGenerator.GetHexString(IdLength, lowercase: true);

    /// <summary>Gets the folder of a file.</summary>
    internal static string FolderOf(string path) => Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder : ".";

    /// <summary>Gets the folder in which the lock and the scratch files of a target stand.</summary>
    internal string PlaceOf(string target) => FolderOf(target) is var folder && folder == _cleanFolder ? FolderOf(folder) : folder;

    /// <summary>Names the lock file of a target.</summary>
    internal string LockOf(string target) => StemOf(target) + ".lock";

    /// <summary>Names a scratch file: <c>credentials.0123456789abcdef.tmp</c>.</summary>
    internal string PathOf(string target, string id, string kind) => $"{StemOf(target)}.{id}{kind}";

    /// <summary>Names a finished file that stands beside a target for the instant before it takes its place.</summary>
    internal static string FinishedPathOf(string target) => $"{target}.{NewId()}{Temporary}";

    /// <summary>Finds the scratch files of a target.</summary>
    /// <returns>Those there are.</returns>
    internal List<ScratchFile> Find(string target)
    {
        string place = PlaceOf(target);
        var found = new List<ScratchFile>();
        AddFrom(place, target, found);
        if (FolderOf(target) is var folder && folder != place)
        {
            AddFrom(folder, target, found);
        }

        return found;
    }

    /// <summary>Removes one that is no longer needed.</summary>
    internal void Discard(string path)
    {
        try
        {
            operations.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Not worth failing a finished write, nor hiding why one failed: nobody but its owner can read it, and the next writer tries again.
        }
    }

    private void AddFrom(string folder, string target, List<ScratchFile> found)
    {
        string prefix = Path.GetFileName(target) + ".";
        foreach (string name in operations.ListNames(folder, prefix))
        {
            ReadOnlySpan<char> rest = name.AsSpan(prefix.Length);
            if (rest.Length <= IdLength || rest[..IdLength].ContainsAnyExcept(HexDigits))
            {
                continue;
            }

            string kind = rest[IdLength..].ToString();
            if (kind is Temporary or NewContent or OldContent)
            {
                found.Add(new ScratchFile(Path.Combine(folder, name), rest[..IdLength].ToString(), kind));
            }
        }
    }

    private string StemOf(string target) => Path.Combine(PlaceOf(target), Path.GetFileName(target));
}
