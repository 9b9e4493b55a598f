using AwsSsoCredentials.Credentials;

namespace AwsSsoCredentials.Flows;

/// <summary>RemoveCredentialsProfile: takes what this add-in wrote out of the credentials file.</summary>
internal sealed class RemoveFlow(FlowRooms rooms)
{
    /// <returns>False when there was nothing to remove.</returns>
    /// <exception cref="SsoConfigurationException">The keys are not ours, or the file cannot be edited unambiguously.</exception>
    /// <exception cref="SsoFileException">The file cannot be read, locked or written.</exception>
    public bool Run(string targetProfile, RemoveCredentialsProfileSettings settings)
    {
        CredentialsFile file = rooms.CredentialsFile;
        bool removed = file.Remove(targetProfile, settings.Force);
        string profile = OneLine.Of(targetProfile);
        rooms.Log.Information(
            removed && file.Read(targetProfile) is not null ? $"{file.Path} credentials file written: the keys of profile [{profile}] are removed, its other settings stay."
            : removed ? $"{file.Path} credentials file written: profile [{profile}] is removed."
            : $"{file.Path} credentials file left as it is: there are no keys under [{profile}].");
        return removed;
    }
}
