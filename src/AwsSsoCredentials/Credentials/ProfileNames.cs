using AwsSsoCredentials.Ini;

namespace AwsSsoCredentials.Credentials;

/// <summary>The names that a section of the credentials file may have so that every client finds the profile by it.</summary>
internal static class ProfileNames
{
    private static readonly string[] Prefixes = ["profile", "sso-session", "services"];

    /// <summary>Refuses a name that some client would misread. The name is not quoted: it may be a value that slipped.</summary>
    /// <param name="name">The name.</param>
    /// <param name="path">The credentials file, for the message.</param>
    /// <exception cref="SsoConfigurationException">It cannot be used.</exception>
    internal static void Check(string name, string path)
    {
        string? problem = IniText.Problem(name) ?? (name == "DEFAULT"
            ? "is DEFAULT in capitals, whose keys botocore gives to every other profile" // Python's configparser
            : Array.Find(Prefixes, prefix => IsPrefixed(name, prefix)) is { } found
                ? $"begins with '{found}', which belongs into the config file only"
                : null);
        if (problem is not null)
        {
            throw new SsoConfigurationException(
                $"Cannot use the target profile name for {path}: it {problem}; set TargetProfile (TargetName in a batch) to a plain name such as dev-keys");
        }
    }

    private static bool IsPrefixed(string name, string prefix) =>
        name.StartsWith(prefix, StringComparison.Ordinal) && name.Length > prefix.Length && char.IsWhiteSpace(name[prefix.Length]);
}
