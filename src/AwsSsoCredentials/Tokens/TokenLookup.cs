using AwsSsoCredentials.Files;
using AwsSsoCredentials.Tokens.Cache;

namespace AwsSsoCredentials.Tokens;

/// <summary>What the cache holds for a session.</summary>
/// <param name="Path">The file that would hold the token.</param>
internal abstract record TokenLookup(string Path)
{
    /// <summary>There is no such file.</summary>
    internal sealed record Missing(string Path) : TokenLookup(Path);

    /// <summary>Something stands there, but it cannot be read: no permission, a folder in its place.</summary>
    internal sealed record Unreadable(string Path, SsoFileException Error) : TokenLookup(Path);

    /// <summary>The file is no usable token.</summary>
    internal sealed record Invalid(string Path, CacheDefect Defect) : TokenLookup(Path);

    /// <summary>A token, alive or expired.</summary>
    /// <param name="Path">The file.</param>
    /// <param name="Token">The token.</param>
    /// <param name="WrittenAt">When the file was last written, by whomever.</param>
    /// <param name="File">The file as it was read.</param>
    internal sealed record Found(string Path, SsoToken Token, DateTimeOffset WrittenAt, FileSnapshot File) : TokenLookup(Path);
}
