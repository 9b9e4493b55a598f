namespace AwsSsoCredentials.Config;

/// <summary>The names of sections and properties.</summary>
internal static class ConfigName
{
    /// <summary>The rule for messages.</summary>
    public const string Rule = "a name has letters, digits and _ - / . % @ : + only";

    /// <summary>Tells whether a bare name has only the characters of the cross-SDK specification.</summary>
    /// <param name="name">The name.</param>
    /// <returns>True when it is usable.</returns>
    public static bool IsValid(string name) =>
        name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || "_-/.%@:+".Contains(c, StringComparison.Ordinal));

    /// <summary>Takes the quotes off a name, as the AWS CLI writes it when it has blanks.</summary>
    /// <param name="text">The text after the prefix.</param>
    /// <returns>The name; null when the text is not one quoted name.</returns>
    public static string? Unquote(string text)
    {
        bool quoted = text.Length > 2 && (text[0] is '"' or '\'') && text[^1] == text[0];
        return quoted && !text[1..^1].Contains(text[0], StringComparison.Ordinal) ? text[1..^1] : null;
    }
}
