using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Tokens.Cache;

namespace AwsSsoCredentials.Login;

/// <summary>A sign-in method: one way for a person to sign in.</summary>
internal interface ISignInMethod
{
    /// <summary>Gets which method it is; client registrations are made for one method only.</summary>
    SsoLoginFlow Kind { get; }

    /// <summary>Lets the person sign in and exchanges the outcome for a token.</summary>
    /// <exception cref="ServiceFailureException">The service failed, or refused the registration.</exception>
    /// <exception cref="SsoAccessDeniedException">The person refused.</exception>
    /// <exception cref="SsoLoginRequiredException">Nobody signed in, in time and trustworthily.</exception>
    Task<OidcToken> SignInAsync(
        LoginAttempt attempt, ISsoOidc oidc, ClientRegistration registration, CancellationToken cancellationToken);
}
