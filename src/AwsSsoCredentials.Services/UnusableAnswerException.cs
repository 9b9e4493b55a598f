namespace AwsSsoCredentials.Services;

/// <summary>An answer came with status 200 and is of no use. Never leaves this assembly.</summary>
/// <param name="what">What is wrong with it, e.g. "lacks sessionToken"; no value out of it.</param>
internal sealed class UnusableAnswerException(string what) : Exception(what)
{
    /// <summary>Hands back a text that must not be empty.</summary>
    public static string Require(string? value, string member) =>
        string.IsNullOrWhiteSpace(value) ? throw new UnusableAnswerException($"lacks {member}") : value;
}
