using System.Globalization;
using System.Text;

namespace AwsSsoCredentials;

/// <summary>
/// Makes a text that holds names and values of others one line that commands nobody: neither the terminal it is shown on nor the CI system
/// that reads the log. Used where text leaves (the log, errors, <c>ToString</c>), so that those who word a message need not think of it.
/// </summary>
/// <remarks>
/// U+FFFD is put where something was: it is visible, and no viewer, encoding or normalization turns it back into nothing. It stands
/// <list type="bullet">
/// <item>for each character that is not seen but acts: control and format characters (those that turn the direction of text among them),
/// line and paragraph separators, halves of surrogate pairs;</item>
/// <item>between two <c>#</c> wherever they meet: <c>##vso[</c> (Azure Pipelines, anywhere in a line), <c>##[</c> (there and in GitHub
/// Actions), <c>##teamcity[</c>;</item>
/// <item>between the two colons of a <c>::</c> that begins the line, blanks aside (GitHub Actions). Anywhere else they are part of names.</item>
/// </list>
/// Cleaning a second time changes nothing.
/// </remarks>
internal static class OneLine
{
    private const char Mark = '\uFFFD';

    /// <summary>Cleans a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text on one line.</returns>
    public static string Of(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var line = new StringBuilder(text.Length + 8);
        bool isStart = true;
        char last = '\0';
        foreach (Rune rune in text.EnumerateRunes())
        {
            char kind = KindOf(rune);
            if ((kind == '#' && last == '#') || (kind == ':' && last == ':' && isStart))
            {
                line.Append(Mark);
            }

            if (IsInvisible(Rune.GetUnicodeCategory(rune)))
            {
                line.Append(Mark);
            }
            else
            {
                line.Append(rune.ToString());
            }

            isStart = isStart && (Rune.IsWhiteSpace(rune) || (kind == ':' && last != ':'));
            last = kind;
        }

        return line.ToString();
    }

    /// <summary>Cleans a text whose line ends are meant, line by line.</summary>
    /// <param name="text">The text.</param>
    /// <returns>As many lines.</returns>
    public static string OfEach(string text) =>
        string.Join(Environment.NewLine, text.Split(Environment.NewLine).Select(Of));

    /// <summary>Whether the characters of a category are not seen but act.</summary>
    /// <param name="category">The category.</param>
    /// <returns>True when they do.</returns>
    public static bool IsInvisible(UnicodeCategory category) => category
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>Whether a text holds what ends a line or controls a terminal, as no name, path or URL that is meant does.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True when it does.</returns>
    public static bool HasControls(string text) => text.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029');

    // The usual message, at the price of a look at each character.
    private static bool IsPlain(string text)
    {
        char last = '\0';
        foreach (char c in text)
        {
            if (c is < ' ' or > '~' || (c == last && c is '#' or ':'))
            {
                return false;
            }

            last = c;
        }

        return true;
    }

    // Code pages of old consoles turn the wide and small forms back into the plain ones.
    private static char KindOf(Rune rune) => rune.Value switch
    {
        '#' or 0xFF03 or 0xFE5F => '#',
        ':' or 0xFF1A or 0xFE55 => ':',
        _ => '\0',
    };
}
