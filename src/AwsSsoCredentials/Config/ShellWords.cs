using System.Text;

namespace AwsSsoCredentials.Config;

/// <summary>Splits a header as botocore does, by Python's <c>shlex.split</c>: like the words of a POSIX shell line.</summary>
internal static class ShellWords
{
    /// <summary>Splits a text at its blanks; quotes and backslashes keep one from splitting.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The words; null when a quote is left open, or a backslash escapes nothing.</returns>
    public static IReadOnlyList<string>? Split(string text)
    {
        var words = new List<string>();
        StringBuilder? word = null;
        char quote = '\0';
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (quote == '\0' && c is ' ' or '\t')
            {
                Finish();
            }
            else if (c is '"' or '\'' && quote == '\0')
            {
                quote = c;
                word ??= new StringBuilder();
            }
            else if (c == quote)
            {
                quote = '\0';
            }
            else if (c == '\\' && quote != '\'')
            {
                if (++i == text.Length)
                {
                    return null;
                }

                // In double quotes it escapes only these two.
                bool stays = quote == '"' && text[i] is not ('"' or '\\');
                (word ??= new StringBuilder()).Append(stays ? "\\" : "").Append(text[i]);
            }
            else
            {
                (word ??= new StringBuilder()).Append(c);
            }
        }

        Finish();
        return quote == '\0' ? words : null;

        void Finish()
        {
            if (word is not null)
            {
                words.Add(word.ToString());
                word = null;
            }
        }
    }
}
