using Cake.AwsSsoCredentials.Profiles;
using Cake.AwsSsoCredentials.Roles;
using Cake.AwsSsoCredentials.Services;
using Cake.AwsSsoCredentials.Tokens;

namespace Cake.AwsSsoCredentials.Flows;

/// <summary>GenerateSsoCredentials: SSO token in, role credentials out.</summary>
internal sealed class GenerateFlow(FlowRooms rooms)
{
    /// <param name="profileName">The SSO profile; null for the one of the environment.</param>
    /// <param name="settings">What to reuse, and whether to log in.</param>
    /// <param name="cancellationToken">Ends the wait for the portal, a lock or a person.</param>
    /// <exception cref="SsoException">In all its kinds.</exception>
    public async Task<SsoCredentials> RunAsync(
        string? profileName, GenerateSsoCredentialsSettings settings, CancellationToken cancellationToken)
    {
        if (settings.MinimumLifetime < TimeSpan.Zero)
        {
            throw new SsoConfigurationException("GenerateSsoCredentialsSettings.MinimumLifetime must not be negative.");
        }

        SsoProfile profile = rooms.OfProfile(profileName, (profiles, name) => profiles.GetSsoProfile(name));
        if (settings.ReuseFrom is { } reuseFrom && FindReusable(profile, reuseFrom, settings.MinimumLifetime) is { } reusable)
        {
            rooms.Log.Information($"Temporary credentials of [{reuseFrom}] reused: {Describe(reusable)}.");
            return reusable;
        }

        return await AskPortalAsync(profile, settings, cancellationToken).ConfigureAwait(false);
    }

    private SsoCredentials? FindReusable(SsoProfile profile, string target, TimeSpan minimumLifetime) =>
        ReusableCredentials.Find(rooms.CredentialsFile.Read(target), profile, rooms.Time.GetUtcNow() + minimumLifetime);

    private async Task<SsoCredentials> AskPortalAsync(
        SsoProfile profile, GenerateSsoCredentialsSettings settings, CancellationToken cancellationToken)
    {
        SessionServices services = rooms.SessionServices(profile.Name);
        TokenProvider provider = rooms.TokenProvider(services);
        SsoToken token = await TokenAsync(null).ConfigureAwait(false);
        rooms.Log.Information(
            FormattableString.Invariant($"Access token acquired from the AWS cache: session {profile.Session.Key}, valid until {token.ExpiresAt:u}."));

        using ISsoPortal portal = services.OpenPortal(profile.Session);
        SsoCredentials credentials = await new RoleCredentialsSource(portal)
            .GetAsync(profile, token.AccessToken, async (rejected, _) => (await TokenAsync(rejected).ConfigureAwait(false)).AccessToken, cancellationToken)
            .ConfigureAwait(false);
        RequireLifetime(credentials, settings.MinimumLifetime);
        rooms.Log.Information($"Temporary credentials generated: {Describe(credentials)}.");
        return credentials;

        async Task<SsoToken> TokenAsync(string? rejected)
        {
            try
            {
                return await provider.GetAsync(profile.Session, profile.Name, TimeSpan.Zero, rejected, cancellationToken).ConfigureAwait(false);
            }
            catch (SsoLoginRequiredException reason) when (settings.Login is not null)
            {
                rooms.Log.Verbose(reason.Message);
                return await LoginAsync(services, provider, profile, settings.Login, rejected, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private Task<SsoToken> LoginAsync(
        SessionServices services,
        TokenProvider provider,
        SsoProfile profile,
        LoginSsoSettings settings,
        string? rejected,
        CancellationToken cancellationToken)
    {
        if (settings.Session is { } session && session != profile.Session.Key)
        {
            throw new SsoConfigurationException(
                $"Profile '{profile.Name}' belongs to session {profile.Session.Key}, but Login.Session is '{session}': leave Login.Session out.");
        }

        // Any token that lives will do, whatever a login of its own would ask for: another process may have obtained one meanwhile.
        var whenNeeded = new LoginSsoSettings
        {
            Flow = settings.Flow,
            Interactive = settings.Interactive,
            MinimumLifetime = TimeSpan.Zero,
            Timeout = settings.Timeout,
        };
        return rooms.Login(services, provider)
            .LoginAsync(profile.Session, profile.Name, whenNeeded, rooms.SomebodyIsThere, rejected, cancellationToken);
    }

    private void RequireLifetime(SsoCredentials credentials, TimeSpan minimumLifetime)
    {
        TimeSpan left = credentials.Expiration - rooms.Time.GetUtcNow();
        if (left < minimumLifetime)
        {
            throw new SsoConfigurationException(FormattableString.Invariant(
                $"The credentials of profile '{credentials.Profile}' live for {left.TotalMinutes:0.#} minutes, but MinimumLifetime asks for {minimumLifetime.TotalMinutes:0.#}: lengthen the session duration of the permission set {credentials.RoleName}, or lower MinimumLifetime."));
        }
    }

    private string Describe(SsoCredentials credentials)
    {
        TimeSpan left = credentials.Expiration - rooms.Time.GetUtcNow();
        return FormattableString.Invariant(
            $"account {credentials.AccountId}, role {credentials.RoleName}, valid for {left.TotalMinutes:0} minutes until {credentials.Expiration:u}");
    }
}
