using System.Globalization;
using System.Text;

namespace AwsSsoCredentials;

/// <summary>Quotes names for what a reader pastes.</summary>
internal static class Quoted
{
    // Still special between double quotes: in POSIX shells (! in their history), in cmd.exe, where nothing escapes % and ", and in
    // PowerShell, which takes typographic quotes for plain ones.
    private const string SpecialInQuotes = "\"$`\\!%\u201C\u201D\u201E";

    /// <summary>Makes a text one word of a command line, for POSIX shells, cmd.exe and PowerShell alike.</summary>
    /// <remarks>
    /// The platform does not tell which of them the reader has, and what is right in one is an injection in another: single quotes are none in
    /// cmd.exe, and <c>'\''</c> ends the text in PowerShell. Double quotes are right in all, for all but a few characters.
    /// </remarks>
    /// <param name="text">The text.</param>
    /// <returns>The word; null for a text that no quotes keep together everywhere, or that would pass for an option.</returns>
    public static string? ForShells(string text)
    {
        if (text.StartsWith('-') || text.Any(c => SpecialInQuotes.Contains(c, StringComparison.Ordinal)) || OneLine.Of(text) != text)
        {
            return null;
        }

        bool isPlain = text.Length > 0 && char.IsAsciiLetterOrDigit(text[0])
            && text.All(c => char.IsAsciiLetterOrDigit(c) || "_-./:@+".Contains(c, StringComparison.Ordinal));
        return isPlain ? text : $"\"{text}\"";
    }

    /// <summary>Makes a text a string literal of C#.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The literal, on one line.</returns>
    public static string ForCSharp(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (char c in text)
        {
            if (c is '"' or '\\')
            {
                literal.Append('\\').Append(c);
            }
            else if (OneLine.IsInvisible(char.GetUnicodeCategory(c)) || c is '#' or '\uFF03' or '\uFE5F') // two of them would be torn apart
            {
                literal.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            }
            else
            {
                literal.Append(c);
            }
        }

        return literal.Append('"').ToString();
    }
}
