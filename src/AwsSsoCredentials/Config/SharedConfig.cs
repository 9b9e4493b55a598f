using AwsSsoCredentials.Files;
using AwsSsoCredentials.Machine;

namespace AwsSsoCredentials.Config;

/// <summary>The merged content of the config and the credentials file.</summary>
/// <param name="Files">Where the files lie.</param>
/// <param name="Profiles">The profiles, in file order; of a key in both files the credentials file's value counts.</param>
/// <param name="SsoSessions">The SSO sessions.</param>
/// <param name="Services">The services sections.</param>
/// <param name="Issues">What was left out.</param>
/// <param name="MissingFiles">The paths of those of the two files that do not exist.</param>
internal sealed record SharedConfig(
    AwsFiles Files,
    IReadOnlyDictionary<string, ConfigSection> Profiles,
    IReadOnlyDictionary<string, ConfigSection> SsoSessions,
    IReadOnlyDictionary<string, ConfigSection> Services,
    IReadOnlyList<ConfigIssue> Issues,
    IReadOnlyList<string> MissingFiles)
{
    /// <summary>Gets what the credentials file gives to all its profiles in the eyes of botocore (<c>[DEFAULT]</c>).</summary>
    public IReadOnlyList<ConfigProperty> CredentialsDefaults { get; init; } = [];

    /// <summary>
    /// Reads both files as the AWS CLI does; one that does not exist counts as empty, and a line that is wrong is an issue (<see cref="Issues"/>),
    /// which ends only the calls that need its section.
    /// </summary>
    /// <param name="files">Where they lie.</param>
    /// <param name="reader">Reads them.</param>
    /// <param name="log">Hears what is left out (verbose) and of a config file that is named but missing (warning).</param>
    /// <param name="isStrict">Whether to read by the cross-SDK specification alone, and to end at the first line that is wrong.</param>
    /// <returns>The merged content.</returns>
    /// <exception cref="SsoConfigurationException">A file is no UTF-8 file; of a strict reading, it has a syntax error.</exception>
    /// <exception cref="SsoFileException">A file cannot be read.</exception>
    public static SharedConfig Load(AwsFiles files, SafeFiles reader, ISsoLog log, bool isStrict = false)
    {
        var builder = new SharedConfigBuilder(isStrict);
        var missing = new List<string>();
        if (reader.TryReadAny(files.ConfigPath) is { } config)
        {
            builder.AddConfigFile(config, files.ConfigPath);
        }
        else
        {
            missing.Add(files.ConfigPath);
            if (files.IsConfigNamed)
            {
                log.Warning($"AWS_CONFIG_FILE names {files.ConfigPath}, which does not exist: no profile is read from it.");
            }
        }

        if (reader.TryReadAny(files.CredentialsPath) is { } credentials)
        {
            builder.AddCredentialsFile(credentials, files.CredentialsPath);
        }
        else
        {
            // No warning where a variable names it: writing a profile is about to create it.
            missing.Add(files.CredentialsPath);
            log.Verbose($"{files.CredentialsPath} does not exist.");
        }

        foreach (ConfigIssue issue in builder.Issues)
        {
            log.Verbose(issue.Message);
        }

        return builder.Build(files, missing);
    }

    /// <summary>Tells whether the config file itself gives a profile a value, whatever the credentials file says.</summary>
    /// <param name="profile">The name of the profile.</param>
    /// <param name="key">The key.</param>
    /// <returns>True when it does.</returns>
    public bool ConfigFileHas(string profile, string key) =>
        Profiles.TryGetValue(profile, out ConfigSection? section)
        && section.Properties.TryGetValue(key, out ConfigProperty? property)
        && (property.Path == Files.ConfigPath ? property : property.Replaced) is { Value.Length: > 0 };

    /// <summary>Files may hold secrets: only their places are shown.</summary>
    /// <returns>The paths.</returns>
    public override string ToString() => $"{Files.ConfigPath} and {Files.CredentialsPath}";
}
