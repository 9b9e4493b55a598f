using System.Buffers;
using System.Security.Cryptography;

namespace AwsSsoCredentials.Files;

/// <summary>
/// The files that a writer needs beside its target for a moment. Only who holds the lock makes them, so whoever gets the lock and finds some
/// knows that their writer is dead.
/// </summary>
internal static class ScratchFiles
{
    /// <summary>New content on its way: worthless until renamed.</summary>
    internal const string Temporary = ".tmp";

    /// <summary>Complete new content of a target that is being written in place.</summary>
    internal const string NewContent = ".new";

    /// <summary>What stood in that target before.</summary>
    internal const string OldContent = ".old";

    private const int IdLength = 16;
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>Makes an id that no other writer has.</summary>
    internal static string NewId() => RandomNumberGenerator.GetHexString(IdLength, lowercase: true);

    /// <summary>Names a scratch file: <c>credentials.0123456789abcdef.tmp</c>.</summary>
    internal static string PathOf(string target, string id, string kind) => $"{target}.{id}{kind}";

    /// <summary>Finds the scratch files of a target.</summary>
    /// <returns>Those there are.</returns>
    internal static List<ScratchFile> Find(IFileOperations operations, string target)
    {
        string folder = Folder(target);
        string prefix = Path.GetFileName(target) + ".";
        var found = new List<ScratchFile>();
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

        return found;
    }

    /// <summary>Removes one that is no longer needed.</summary>
    internal static void Discard(IFileOperations operations, string path)
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

    /// <summary>Gets the folder of a file.</summary>
    internal static string Folder(string path) => Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder : ".";
}
