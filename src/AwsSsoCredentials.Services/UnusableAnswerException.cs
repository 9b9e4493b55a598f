namespace AwsSsoCredentials.Services;

/// <summary>An answer came with status 200 and is of no use. Never leaves this assembly.</summary>
/// <param name="what">What is wrong with it, e.g. "lacks sessionToken"; no value out of it.</param>
internal sealed class UnusableAnswerException(string what) : Exception(what)
{
    /// <summary>Hands back a text that must not be empty.</summary>
    public static string Require(string? value, string member) =>
        string.IsNullOrWhiteSpace(value) ? throw new UnusableAnswerException($"lacks {member}") : value;

    /// <summary>Hands back a token, key, id or code, which must be fit to be kept and sent.</summary>
    public static string RequireSecret(string? value, string member) => SecretText.IsUsable(Require(value, member))
        ? value!
        : throw new UnusableAnswerException($"has a value for {member} that {SecretText.Problem}");

    /// <summary>Hands back the address of a page, which a person is to open.</summary>
    public static string RequirePage(string? value, string member) => SecretText.IsUsable(Require(value, member)) && WebUrl.TryParse(value!) is not null
        ? value!
        : throw new UnusableAnswerException($"has a value for {member} that is no http(s) URL");
}
