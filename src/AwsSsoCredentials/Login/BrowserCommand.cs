using System.Text;

namespace AwsSsoCredentials.Login;

/// <summary>Reads the variable BROWSER: commands, separated like the folders of PATH, with <c>%s</c> where the URL belongs.</summary>
/// <remarks>The form is that of Python's <c>webbrowser</c>, which the AWS CLI uses.</remarks>
internal static class BrowserCommand
{
    private const string Placeholder = "%s";

    /// <summary>Splits the variable into commands and these into words. Quotes keep blanks together; no shell is involved.</summary>
    public static IEnumerable<IReadOnlyList<string>> Parse(string variable, BrowserPlatform platform)
    {
        var separator = platform == BrowserPlatform.Windows ? ';' : ':';
        return variable
            .Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(command => platform == BrowserPlatform.Windows && File.Exists(command) ? [command] : Words(command))
            .Where(words => words.Count > 0);
    }

    /// <summary>Puts the URL in its place, or behind the last word.</summary>
    public static IReadOnlyList<string> Fill(IReadOnlyList<string> words, string url) =>
        words.Any(word => word.Contains(Placeholder, StringComparison.Ordinal))
            ? [.. words.Select(word => word.Replace(Placeholder, url, StringComparison.Ordinal))]
            : [.. words, url];

    private static List<string> Words(string command)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        char? quote = null;
        var started = false;
        foreach (var c in command)
        {
            if (quote is null && char.IsWhiteSpace(c))
            {
                if (started)
                {
                    words.Add(word.ToString());
                    word.Clear();
                    started = false;
                }
            }
            else if (quote is null && c is '"' or '\'')
            {
                quote = c;
                started = true;
            }
            else if (c == quote)
            {
                quote = null;
            }
            else
            {
                word.Append(c);
                started = true;
            }
        }

        if (started)
        {
            words.Add(word.ToString());
        }

        return words;
    }
}
