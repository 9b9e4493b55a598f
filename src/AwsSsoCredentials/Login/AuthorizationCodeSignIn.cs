using AwsSsoCredentials.Profiles;
using AwsSsoCredentials.Services;
using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Tokens.Cache;

namespace AwsSsoCredentials.Login;

/// <summary>
/// The authorization code grant with PKCE (RFC 7636, RFC 8252): a browser on this machine signs in and brings a code back to a loopback
/// address.
/// </summary>
/// <param name="services">Knows the address of the service.</param>
/// <param name="browser">Opens the page.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Where the URL is printed.</param>
internal sealed class AuthorizationCodeSignIn(ServiceClients services, IBrowser browser, TimeProvider time, ISsoLog log) : ISignInMethod
{
    public SsoLoginFlow Kind => SsoLoginFlow.Browser;

    public async Task<OidcToken> SignInAsync(
        LoginAttempt attempt, ISsoOidc oidc, ClientRegistration registration, CancellationToken cancellationToken)
    {
        var pkce = Pkce.Create();
        var state = Guid.NewGuid().ToString("D");
        using var listener = CallbackListener.Start(state, time);
        var page = AuthorizationPage(attempt, registration, pkce, state, listener.RedirectUri);
        log.Information($"To log in to {attempt.Name}, open this page in a browser on this machine: {page.AbsoluteUri}");
        browser.TryOpen(page);
        var callback = await WaitAsync(listener, attempt, cancellationToken).ConfigureAwait(false);
        if (callback.Error is { } error)
        {
            var message = $"The login to {attempt.Name} ended on the sign-in page with '{error}'. {attempt.Remedy}.";
            throw error == "access_denied" ? new SsoAccessDeniedException(message) : new SsoLoginRequiredException(message);
        }

        try
        {
            return await oidc.CreateTokenAsync(
                new OidcTokenRequest.FromAuthorizationCode(
                    registration.ClientId, registration.ClientSecret, callback.Code!, listener.RedirectUri, pkce.Verifier),
                cancellationToken).ConfigureAwait(false);
        }
        catch (ServiceFailureException failure) when (failure.Kind is ServiceFailureKind.ExpiredToken or ServiceFailureKind.InvalidGrant)
        {
            throw new SsoLoginRequiredException(
                $"The code that the browser brought back from the login to {attempt.Name} is no longer valid; start again."
                + $" {attempt.Remedy}.",
                failure);
        }
        catch (ServiceFailureException failure) when (failure.Kind == ServiceFailureKind.AccessDenied)
        {
            throw new SsoAccessDeniedException($"The login to {attempt.Name} was denied. {attempt.Remedy}.", failure);
        }
    }

    /// <summary>The page that the person has to open; it is not part of the service's model, its form is the AWS CLI's.</summary>
    private Uri AuthorizationPage(LoginAttempt attempt, ClientRegistration registration, Pkce pkce, string state, string redirectUri)
    {
        (string Name, string Value)[] query =
        [
            ("response_type", "code"),
            ("client_id", registration.ClientId),
            ("redirect_uri", redirectUri),
            ("state", state),
            ("code_challenge_method", "S256"),
            ("scopes", string.Join(' ', ClientRegistrar.ScopesOf(attempt))),
            ("code_challenge", pkce.Challenge),
        ];
        var endpoint = services.OidcConnection(attempt.ServiceSession, attempt.Profile).Endpoint.AbsoluteUri.TrimEnd('/');
        return new Uri($"{endpoint}/authorize?{string.Join('&', query.Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}"))}");
    }

    private async Task<LoginCallback> WaitAsync(CallbackListener listener, LoginAttempt attempt, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(attempt.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return await listener.WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new SsoLoginRequiredException(
                $"Nobody finished the login to {attempt.Name} in the browser within {attempt.Timeout.TotalMinutes:0.#} minutes."
                + $" {attempt.Remedy}; where the browser runs on another machine, {Remedies.LoginByDeviceCode}.");
        }
    }
}
