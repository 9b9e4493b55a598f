using AwsSsoCredentials.Portal;
using AwsSsoCredentials.Profiles;

namespace AwsSsoCredentials.Flows;

/// <summary>GenerateSsoCredentials: SSO token in, role credentials out.</summary>
internal sealed class GenerateFlow(FlowRooms rooms)
{
    /// <param name="profileName">The SSO profile; null for the one of the environment.</param>
    /// <param name="settings">What to reuse, and whether to log in.</param>
    /// <param name="cancellationToken">Ends the wait for the portal, a lock or a person.</param>
    /// <exception cref="SsoException">In all its kinds.</exception>
    public Task<SsoCredentials> RunAsync(
        string? profileName, GenerateSsoCredentialsSettings settings, CancellationToken cancellationToken) =>
        RunAsync(() => rooms.OfProfile(profileName, (profiles, name) => profiles.GetSsoProfile(name)), settings, cancellationToken);

    /// <param name="role">The role, which no profile need name.</param>
    /// <param name="settings">What to reuse, and whether to log in.</param>
    /// <param name="cancellationToken">Ends the wait for the portal, a lock or a person.</param>
    /// <exception cref="SsoException">In all its kinds.</exception>
    public Task<SsoCredentials> RunForRoleAsync(SsoRole role, GenerateSsoCredentialsSettings settings, CancellationToken cancellationToken) =>
        RunAsync(() => rooms.Roles.Resolve(role), settings, cancellationToken);

    private async Task<SsoCredentials> RunAsync(
        Func<SsoProfile> resolve, GenerateSsoCredentialsSettings settings, CancellationToken cancellationToken)
    {
        CredentialsLifetime.Check(settings.MinimumLifetime, nameof(GenerateSsoCredentialsSettings));
        SsoProfile profile = resolve();
        if (settings.ReuseFrom is { } reuseFrom && FindReusable(profile, reuseFrom, settings.MinimumLifetime) is { } reusable)
        {
            rooms.Log.Information($"Temporary credentials of [{reuseFrom}] reused: {Describe(reusable)}.");
            return reusable;
        }

        return await AskPortalAsync(profile, settings, cancellationToken).ConfigureAwait(false);
    }

    private SsoCredentials? FindReusable(SsoProfile profile, string target, TimeSpan minimumLifetime) =>
        ReusableCredentials.Find(rooms.CredentialsFile.Read(target), profile, minimumLifetime, rooms.Time.GetUtcNow(), rooms.Log);

    private async Task<SsoCredentials> AskPortalAsync(
        SsoProfile profile, GenerateSsoCredentialsSettings settings, CancellationToken cancellationToken)
    {
        using PortalSessions portals = rooms.Portals(login: LoginWhenNeeded(profile, settings.Login));
        SsoCredentials credentials = await portals.Of(profile.Session, profile.ConfiguredName)
            .GetCredentialsAsync(profile, cancellationToken).ConfigureAwait(false);
        CredentialsLifetime.Require(credentials, profile.Subject, settings.MinimumLifetime, rooms.Time.GetUtcNow(), rooms.Log);
        rooms.Log.Information($"Temporary credentials generated: {Describe(credentials)}.");
        return credentials;
    }

    private static LoginSsoSettings? LoginWhenNeeded(SsoProfile profile, LoginSsoSettings? settings)
    {
        if (settings is null)
        {
            return null;
        }

        if (settings.Session is { } session && session != profile.Session.Key)
        {
            throw new SsoConfigurationException(
                $"The {profile.Subject} belongs to session {profile.Session.Key}, but Login.Session is '{session}': leave Login.Session out.");
        }

        // Any token that lives will do, whatever a login of its own would ask for: another process may have obtained one meanwhile.
        LoginSsoSettings whenNeeded = SettingsCopy.Of(settings);
        whenNeeded.SkipIfValid = true;
        whenNeeded.MinimumLifetime = TimeSpan.Zero;
        return whenNeeded;
    }

    private string Describe(SsoCredentials credentials) => FormattableString.Invariant(
        $"account {credentials.AccountId}, role {credentials.RoleName}, valid for {CredentialsLifetime.Left(credentials, rooms.Time.GetUtcNow())} until {credentials.Expiration:u}");
}
