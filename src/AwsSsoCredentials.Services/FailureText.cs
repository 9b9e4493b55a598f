using System.Text;

namespace AwsSsoCredentials.Services;

/// <summary>Makes words of others fit for a message: no secret that was sent, one line, bounded.</summary>
internal static class FailureText
{
    private const int MaxLength = 300;

    // Shorter ones are no secrets, and cutting them would tear words apart.
    private const int MinSecretLength = 4;

    /// <summary>Cuts the secrets out, in plain and in URL form, then joins lines and shortens: a cut-off secret would not be found.</summary>
    public static string Clean(string text, IEnumerable<string> secrets)
    {
        foreach (var secret in secrets.Where(s => s.Length >= MinSecretLength).OrderByDescending(s => s.Length))
        {
            text = text
                .Replace(secret, "***", StringComparison.Ordinal)
                .Replace(Uri.EscapeDataString(secret), "***", StringComparison.OrdinalIgnoreCase);
        }

        var line = new StringBuilder(Math.Min(text.Length, MaxLength));
        foreach (var character in text)
        {
            if (line.Length >= MaxLength)
            {
                return line.Append('…').ToString();
            }

            // U+2028 and U+2029 end lines, too, in some consoles.
            var isBreak = char.IsControl(character) || char.IsWhiteSpace(character);
            if (!isBreak)
            {
                line.Append(character);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>The URL without user, password and query.</summary>
    public static string Show(Uri endpoint) =>
        endpoint.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');
}
