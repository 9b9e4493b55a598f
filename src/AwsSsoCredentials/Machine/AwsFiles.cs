namespace AwsSsoCredentials.Machine;

/// <summary>Where the files of the AWS tools lie.</summary>
/// <param name="ConfigPath">The shared config file.</param>
/// <param name="IsConfigNamed">Whether <c>AWS_CONFIG_FILE</c> names it.</param>
/// <param name="DefaultConfigPath">Where the config file is when no variable names it.</param>
/// <param name="CredentialsPath">The shared credentials file.</param>
/// <param name="IsCredentialsNamed">Whether <c>AWS_SHARED_CREDENTIALS_FILE</c> names it.</param>
/// <param name="SsoCacheDirectory">The folder of the SSO tokens; always below the home, wherever the two files are.</param>
/// <param name="CliCacheDirectory">The folder where the AWS CLI keeps role credentials; always below the home.</param>
internal sealed record AwsFiles(
    string ConfigPath,
    bool IsConfigNamed,
    string DefaultConfigPath,
    string CredentialsPath,
    bool IsCredentialsNamed,
    string SsoCacheDirectory,
    string CliCacheDirectory)
{
    /// <summary>Finds the files.</summary>
    /// <param name="environment">The environment.</param>
    /// <returns>Absolute paths.</returns>
    /// <exception cref="SsoConfigurationException">The home folder is unknown, or a path in a variable cannot be expanded.</exception>
    public static AwsFiles Locate(AwsEnvironment environment)
    {
        string folder = environment.Join(environment.GetHomeDirectory(), ".aws");
        string? config = environment["AWS_CONFIG_FILE"];
        string? credentials = environment["AWS_SHARED_CREDENTIALS_FILE"];
        return new AwsFiles(
            config is null ? environment.Join(folder, "config") : environment.ExpandPath(config, "AWS_CONFIG_FILE"),
            config is not null,
            environment.Join(folder, "config"),
            credentials is null ? environment.Join(folder, "credentials") : environment.ExpandPath(credentials, "AWS_SHARED_CREDENTIALS_FILE"),
            credentials is not null,
            environment.Join(environment.Join(folder, "sso"), "cache"),
            environment.Join(environment.Join(folder, "cli"), "cache"));
    }
}
