namespace AwsSsoCredentials;

/// <summary>Joins words of others to our own: whether they end with a full stop, a question mark or with nothing is not known beforehand.</summary>
internal static class Sentence
{
    /// <summary>Makes a text a sentence that another one can follow.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text with one mark at its end.</returns>
    public static string Ended(string text)
    {
        string trimmed = text.TrimEnd();
        return trimmed.Length > 0 && trimmed[^1] is '.' or '!' or '?' or '…' ? trimmed : trimmed + ".";
    }

    /// <summary>Makes a text part of a sentence that goes on, for example in brackets.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text without a full stop.</returns>
    public static string Open(string text) => text.TrimEnd('.', ' ');
}
