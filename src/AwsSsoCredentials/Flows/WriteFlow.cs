using AwsSsoCredentials.Credentials;

namespace AwsSsoCredentials.Flows;

/// <summary>WriteCredentialsProfile: role credentials in, a section of the credentials file out.</summary>
internal sealed class WriteFlow(FlowRooms rooms)
{
    /// <summary>Tells whether a target holds these keys already. Only keys that still carry our mark count: without it the next build could not reuse them.</summary>
    /// <exception cref="SsoFileException">The file cannot be read.</exception>
    public bool IsWritten(SsoCredentials credentials, string target) =>
        rooms.CredentialsFile.Read(target)?.ToSsoCredentials(credentials.Profile, credentials.Region) is { } held
        && held.AccessKeyId == credentials.AccessKeyId
        && held.SecretAccessKey == credentials.SecretAccessKey
        && held.SessionToken == credentials.SessionToken
        && held.Expiration == credentials.Expiration
        && held.AccountId == credentials.AccountId
        && held.RoleName == credentials.RoleName
        && held.Session == credentials.Session;

    /// <exception cref="SsoConfigurationException">A name or value cannot stand in the file, or long-lived keys would be overwritten.</exception>
    /// <exception cref="SsoFileException">The file cannot be read, locked or written.</exception>
    public void Run(SsoCredentials credentials, WriteCredentialsProfileSettings settings)
    {
        string target = settings.TargetProfile ?? credentials.Profile;
        CredentialsFile file = rooms.CredentialsFile;
        rooms.Log.Information($"Credentials file ready to be rewritten: {file.Path}, profile [{target}].");
        file.Write(credentials, target, settings.Overwrite);
        rooms.Log.Information(FormattableString.Invariant(
            $"{file.Path} credentials file written: profile [{target}] is valid until {credentials.Expiration:u}."));
    }
}
