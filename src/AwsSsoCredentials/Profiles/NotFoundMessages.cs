using AwsSsoCredentials.Config;

namespace AwsSsoCredentials.Profiles;

/// <summary>Says which name was looked for, where, and what was probably meant.</summary>
internal sealed class NotFoundMessages(SharedConfig config)
{
    /// <summary>Explains that a profile is missing.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The message.</returns>
    public string Profile(string name)
    {
        string places = $"{Place(config.Files.ConfigPath)} and {Place(config.Files.CredentialsPath)}";
        string hint = Ignored(ConfigSectionKind.Profile, name)
            ?? Misread(name, config.Profiles)
            ?? Nearest(name, config.Profiles.Keys)
            ?? (config.SsoSessions.ContainsKey(name)
                ? "An SSO session has that name: name a profile that uses it, or sign in by session."
                : $"Correct the name, or {Remedies.SetUpProfile(Quotes.Remove(name))}.");
        return $"Profile '{OneLine.Of(name)}' was not found in {places}. {hint}";
    }

    /// <summary>Explains that an SSO session is missing.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="namedBy">The property that names it, or null where the caller did.</param>
    /// <returns>The message.</returns>
    public string Session(string name, ConfigProperty? namedBy)
    {
        string who = namedBy is null ? "" : $" (named by {SsoKeys.Session} in {namedBy.Place})";
        string hint = Ignored(ConfigSectionKind.SsoSession, name)
            ?? Misread(name, config.SsoSessions)
            ?? Nearest(name, config.SsoSessions.Keys)
            ?? $"Correct the name, or {Remedies.SetUpSession}.";
        return $"SSO session '{OneLine.Of(name)}'{who} was not found in {Place(config.Files.ConfigPath)}. {hint}";
    }

    // What nobody sees, or a shell would have taken off, on either side.
    private static string? Misread(string name, IReadOnlyDictionary<string, ConfigSection> known)
    {
        if (Quotes.Around(name) && known.ContainsKey(Quotes.Remove(name)))
        {
            return $"The quotes are part of the name: write {OneLine.Of(Quotes.Remove(name))} without them.";
        }

        if (InvisibleCharacters.Name(name) is { } invisible)
        {
            return $"The name contains {invisible}: type it anew.";
        }

        return known.Values.FirstOrDefault(section => InvisibleCharacters.Name(section.Name) is not null && InvisibleCharacters.Remove(section.Name) == name) is { } like
            ? $"The name in {like.Place} contains {InvisibleCharacters.Name(like.Name)}: type it anew there."
            : null;
    }

    private static string? Nearest(string name, IEnumerable<string> known) =>
        NearestName.Find(name, known) is { } near ? $"Did you mean '{OneLine.Of(near)}'?" : null;

    private string Place(string path) => config.MissingFiles.Contains(path) ? $"{path} (no such file)" : path;

    private string? Ignored(ConfigSectionKind kind, string name) =>
        config.Issues.FirstOrDefault(issue => issue.Concerns(kind, name))?.Message;
}
