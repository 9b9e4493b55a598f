namespace AwsSsoCredentials;

/// <summary>Quotes that a shell would have taken off, and that no AWS tool does.</summary>
internal static class Quotes
{
    /// <summary>Tells whether a text carries quotes at an end.</summary>
    /// <param name="text">A name, value or path.</param>
    /// <returns>True when it does.</returns>
    public static bool Around(string text) => text.Length > 0 && (text[0] is '"' or '\'' || text[^1] is '"' or '\'');

    /// <summary>Takes them off.</summary>
    /// <param name="text">A name, value or path.</param>
    /// <returns>What was meant.</returns>
    public static string Remove(string text) => text.Trim('"', '\'');
}
