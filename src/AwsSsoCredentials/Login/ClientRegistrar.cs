using System.Globalization;
using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Tokens.Cache;

namespace AwsSsoCredentials.Login;

/// <summary>Provides the client registration for a login: the cached one while it is good, else a new one, which is cached.</summary>
/// <param name="cache">The registrations.</param>
/// <param name="time">The clock.</param>
internal sealed class ClientRegistrar(RegistrationCache cache, TimeProvider time)
{
    /// <summary>The redirect address of the sign-in by browser; registered without the port, which is only known later (RFC 8252, 7.3).</summary>
    public const string RegisteredRedirectUri = "http://127.0.0.1" + CallbackListener.CallbackPath;

    /// <summary>The scope of a session that configures none; without it the service issues no refresh token.</summary>
    public static IReadOnlyList<string> DefaultScopes { get; } = ["sso:account:access"];

    /// <summary>The scopes to ask for; none for a legacy profile.</summary>
    public static IReadOnlyList<string> ScopesOf(LoginAttempt attempt) =>
        attempt.Session is { Name: not null, RegistrationScopes.Count: 0 } ? DefaultScopes : attempt.Session.RegistrationScopes;

    /// <summary>Gets a registration.</summary>
    /// <param name="attempt">The login.</param>
    /// <param name="method">The sign-in method it is for.</param>
    /// <param name="oidc">The service.</param>
    /// <param name="refused">Whether the service refused the cached one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ClientRegistration> GetAsync(
        LoginAttempt attempt, SsoLoginFlow method, ISsoOidc oidc, bool refused, CancellationToken cancellationToken)
    {
        if (!refused && cache.Find(attempt.Session, method) is { } cached)
        {
            return cached;
        }

        var inBrowser = method == SsoLoginFlow.Browser;
        var name = attempt.Session.Name ?? time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var answer = await oidc.RegisterClientAsync(
            new OidcRegistrationRequest(
                $"cake-aws-sso-credentials-{name}",
                ScopesOf(attempt),
                inBrowser ? RegistrationCache.AuthorizationCodeGrants : [],
                inBrowser ? [RegisteredRedirectUri] : [],
                inBrowser ? attempt.StartUrl : null),
            cancellationToken).ConfigureAwait(false);
        var registration = new ClientRegistration(answer.ClientId, answer.ClientSecret, answer.ExpiresAt, method);
        await cache.SaveAsync(attempt.Session, registration, cancellationToken).ConfigureAwait(false);
        return registration;
    }
}
