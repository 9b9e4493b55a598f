namespace AwsSsoCredentials.Config;

/// <summary>What the text between the brackets means.</summary>
/// <param name="Kind">What it describes, or was probably meant to.</param>
/// <param name="Name">The name in it.</param>
/// <param name="HasPrefix">Whether a kind is written before the name.</param>
/// <param name="Problem">Why the section does not count; null when it does.</param>
internal sealed record ConfigHeader(ConfigSectionKind Kind, string Name, bool HasPrefix, string? Problem)
{
    private const string Profile = "profile";
    private const string SsoSession = "sso-session";
    private const string Services = "services";

    /// <summary>Gets whether it makes the default profile.</summary>
    public bool IsDefault => this is { Kind: ConfigSectionKind.Profile, Name: "default", Problem: null };

    /// <summary>Reads a header of the config file, where only <c>default</c> goes without a prefix.</summary>
    /// <param name="text">The text between the brackets, trimmed.</param>
    /// <param name="isStrict">Whether a name may only have the characters of the cross-SDK specification, unless it is in quotes.</param>
    /// <returns>What it means.</returns>
    public static ConfigHeader OfConfigFile(string text, bool isStrict)
    {
        if (text == "default")
        {
            return new ConfigHeader(ConfigSectionKind.Profile, text, false, null);
        }

        (string word, string rest) = SplitWord(text);
        return isStrict
            ? KindOf(word) is { } kind ? Named(kind, word, rest) : Unknown(text, word, rest)
            : rest.Length > 0 && KindBegunBy(text) is { } begun ? Words(begun, text, word, rest) : Unknown(text, word, rest);
    }

    /// <summary>Reads a header of the credentials file, where the text is the profile's name.</summary>
    /// <param name="text">The text between the brackets, trimmed.</param>
    /// <param name="isStrict">Whether a name may only have the characters of the cross-SDK specification.</param>
    /// <returns>What it means.</returns>
    public static ConfigHeader OfCredentialsFile(string text, bool isStrict)
    {
        (string word, string rest) = SplitWord(text);
        if (rest.Length > 0 && KindOf(word) is { } kind)
        {
            string problem = kind == ConfigSectionKind.Profile
                ? $"in the credentials file a profile's header is its bare name: write [{rest}]"
                : $"{word} sections belong in the config file: move it there";
            return new ConfigHeader(kind, rest, true, problem);
        }

        string? invalid = text.Length == 0 ? "it has no name" : isStrict && !ConfigName.IsValid(text) ? ConfigName.Rule : null;
        return new ConfigHeader(ConfigSectionKind.Profile, text, false, invalid);
    }

    private static (string Word, string Remainder) SplitWord(string text)
    {
        int end = text.AsSpan().IndexOfAny(' ', '\t');
        return end < 0 ? (text, "") : (text[..end], text[end..].Trim(' ', '\t'));
    }

    private static ConfigSectionKind? KindOf(string word) => word switch
    {
        Profile => ConfigSectionKind.Profile,
        SsoSession => ConfigSectionKind.SsoSession,
        Services => ConfigSectionKind.Services,
        _ => null,
    };

    // botocore looks at the beginning of the text alone: [profiles x] is profile x.
    private static ConfigSectionKind? KindBegunBy(string text) =>
        text.StartsWith(Profile, StringComparison.Ordinal) ? ConfigSectionKind.Profile
        : text.StartsWith(SsoSession, StringComparison.Ordinal) ? ConfigSectionKind.SsoSession
        : text.StartsWith(Services, StringComparison.Ordinal) ? ConfigSectionKind.Services
        : null;

    private static ConfigHeader Words(ConfigSectionKind kind, string text, string word, string rest)
    {
        // The usual name has nothing that a shell would look at.
        IReadOnlyList<string>? words = rest.AsSpan().ContainsAny(" \t'\"\\") || word.AsSpan().ContainsAny('\'', '"', '\\') ? ShellWords.Split(text) : [word, rest];
        return words is [_, { Length: > 0 } name]
            ? new ConfigHeader(kind, name, true, null)
            : new ConfigHeader(kind, rest, true, words is null ? "a quote in it is not closed" : $"a name with blanks is written in quotes: [{word} \"a b\"]");
    }

    private static ConfigHeader Named(ConfigSectionKind kind, string word, string rest)
    {
        if (ConfigName.Unquote(rest) is { } quoted)
        {
            return new ConfigHeader(kind, quoted, true, null);
        }

        string? problem = ConfigName.IsValid(rest) ? null : $"{ConfigName.Rule}, unless it is in quotes: [{word} \"a b\"]";
        return new ConfigHeader(kind, rest, true, problem);
    }

    private static ConfigHeader Unknown(string text, string word, string rest)
    {
        // What was meant? `[profilefoo]`, `[PROFILE foo]`, `[sso-sesion foo]`, `[foo]`.
        bool session = word.StartsWith("sso", StringComparison.OrdinalIgnoreCase);
        string right = session ? SsoSession : Profile;
        string name = rest.Length > 0
            ? rest
            : text.StartsWith(right, StringComparison.OrdinalIgnoreCase) && text.Length > right.Length ? text[right.Length..] : text;
        string proper = string.Equals(name, "default", StringComparison.OrdinalIgnoreCase) ? "default" : $"{right} {name}";
        return new ConfigHeader(
            session ? ConfigSectionKind.SsoSession : ConfigSectionKind.Profile,
            proper == "default" ? proper : name,
            false,
            $"the config file knows [default], [profile NAME], [sso-session NAME] and [services NAME]; write [{proper}] if that is meant");
    }
}
