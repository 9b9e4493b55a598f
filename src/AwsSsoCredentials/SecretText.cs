namespace AwsSsoCredentials;

/// <summary>
/// What a token, key, id or code of a service can be. Checked where one comes in, from an answer or a file: what is not of this form is neither
/// kept nor sent, where a line feed would end the header it stands in.
/// </summary>
internal static class SecretText
{
    /// <summary>What is wrong with one that is not of this form, without showing it.</summary>
    public const string Problem = "holds characters that do not belong there";

    /// <summary>Whether a text has visible ASCII characters only. Access tokens hold ':', which RFC 6750 does not list.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True when it can be used.</returns>
    public static bool IsUsable(string text) => text.Length > 0 && text.All(c => c is > ' ' and <= '~');
}
