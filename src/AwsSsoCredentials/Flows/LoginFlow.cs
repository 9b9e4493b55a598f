using AwsSsoCredentials.Profiles;

namespace AwsSsoCredentials.Flows;

/// <summary>LoginSso: obtains an SSO token, unless the cached one is good enough.</summary>
internal sealed class LoginFlow(FlowRooms rooms)
{
    /// <param name="profile">The SSO profile; null for the session of the settings, else the profile of the environment.</param>
    /// <param name="settings">How to log in.</param>
    /// <param name="cancellationToken">Ends the wait for the person.</param>
    /// <exception cref="SsoException">In all its kinds.</exception>
    public async Task RunAsync(string? profile, LoginSsoSettings settings, CancellationToken cancellationToken)
    {
        if (profile is not null && settings.Session is not null)
        {
            throw new SsoConfigurationException(
                $"LoginSso was given the profile '{profile}' and LoginSsoSettings.Session '{settings.Session}': leave one of them out.");
        }

        SsoSession session;
        if (settings.Session is { } name)
        {
            session = rooms.Profiles.GetSsoSession(name);
        }
        else
        {
            (profile, session) = rooms.OfProfile(profile, (profiles, name) => (name, profiles.GetSsoSessionOfProfile(name)));
        }

        await rooms.Login.LoginAsync(session, profile, settings, rooms.SomebodyIsThere, null, cancellationToken).ConfigureAwait(false);
    }
}
