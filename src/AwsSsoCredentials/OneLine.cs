namespace AwsSsoCredentials;

/// <summary>Keeps messages on one line, whatever stands in the names and values they show.</summary>
internal static class OneLine
{
    /// <summary>Replaces control characters.</summary>
    /// <param name="text">A name or value.</param>
    /// <returns>The text on one line.</returns>
    public static string Of(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c)) : text;
}
