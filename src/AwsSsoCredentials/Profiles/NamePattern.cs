using System.IO.Enumeration;

namespace AwsSsoCredentials.Profiles;

/// <summary>Names with wildcards: <c>*</c> for any characters, <c>?</c> for one.</summary>
internal static class NamePattern
{
    /// <summary>Tells whether a text has wildcards.</summary>
    /// <param name="text">A name or pattern.</param>
    /// <returns>True when it has.</returns>
    public static bool HasWildcards(string text) => text.AsSpan().ContainsAny('*', '?');

    /// <summary>Tells whether a pattern matches a name as a whole; case counts, as everywhere in names of AWS profiles.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="name">The name.</param>
    /// <returns>True when it does.</returns>
    public static bool Matches(string pattern, string name) =>

        // A backslash would be an escape to the library and is an ordinary character to us.
        FileSystemName.MatchesSimpleExpression(pattern.Replace(@"\", @"\\", StringComparison.Ordinal), name, ignoreCase: false);
}
