using System.Globalization;

namespace AwsSsoCredentials;

/// <summary>Characters that nobody sees and that come along with a text copied from a page: they make another name or value of it.</summary>
internal static class InvisibleCharacters
{
    /// <summary>Cuts invisible characters, and blanks, off the beginning of a text.</summary>
    /// <param name="text">A line.</param>
    /// <returns>The text from its first visible character on.</returns>
    public static string TrimStart(string text)
    {
        int start = 0;
        while (start < text.Length && (char.IsWhiteSpace(text[start]) || Is(text[start])))
        {
            start++;
        }

        return text[start..];
    }

    /// <summary>Names the first invisible character of a text.</summary>
    /// <param name="text">A name or value.</param>
    /// <returns>For example <c>the invisible character U+200B</c>; null when there is none. A blank in between is no such character.</returns>
    public static string? Name(string text)
    {
        foreach (char c in text)
        {
            if (c > '\u007F' && Is(c))
            {
                return string.Create(CultureInfo.InvariantCulture, $"the invisible character U+{(int)c:X4}");
            }
        }

        return null;
    }

    /// <summary>Gives a text without its invisible characters, blanks at its ends included.</summary>
    /// <param name="text">A name.</param>
    /// <returns>What a person sees.</returns>
    public static string Remove(string text) => text.Any(c => c > '\u007F' && Is(c)) ? string.Concat(text.Where(c => c <= '\u007F' || !Is(c))).Trim() : text;

    private static bool Is(char c) => CharUnicodeInfo.GetUnicodeCategory(c)
        is UnicodeCategory.SpaceSeparator or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
