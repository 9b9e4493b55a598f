using System.Globalization;
using System.Text;

namespace AwsSsoCredentials.Tests.Support;

/// <summary>What a terminal or a CI system takes for a command.</summary>
public static class HarmlessText
{
    public static void Check(string line)
    {
        Assert.DoesNotContain("##", line, StringComparison.Ordinal);
        Assert.False(line.TrimStart().StartsWith("::", StringComparison.Ordinal), line);
        foreach (Rune rune in line.EnumerateRunes())
        {
            Assert.False(
                Rune.GetUnicodeCategory(rune)
                    is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator,
                $"U+{rune.Value:X4} in {line}");
        }
    }

    /// <summary>Checks a text whose line ends are meant: a plan, a stack trace.</summary>
    public static void CheckLines(string text) => Assert.All(text.Split(Environment.NewLine), Check);
}
