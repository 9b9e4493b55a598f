using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Tokens;
using AwsSsoCredentials.Tokens.Cache;

namespace AwsSsoCredentials.Login;

/// <summary>The device authorization grant (RFC 8628): the person enters a code on a page, in a browser on whatever machine.</summary>
/// <param name="browser">Opens the page where that is possible.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Where URL and code are printed.</param>
internal sealed class DeviceCodeSignIn(IBrowser browser, TimeProvider time, ISsoLog log) : ISignInMethod
{
    /// <summary>What each SlowDown adds to the interval (RFC 8628, 3.5).</summary>
    private static readonly TimeSpan SlowDownStep = TimeSpan.FromSeconds(5);

    /// <summary>An interval of nothing would be a busy loop.</summary>
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(1);

    /// <summary>So many polls in a row fail before the person is sent away: one dropped connection is no reason.</summary>
    private const int MaximumFailures = 5;

    public SsoLoginFlow Kind => SsoLoginFlow.DeviceCode;

    public async Task<OidcToken> SignInAsync(
        LoginAttempt attempt, ISsoOidc oidc, ClientRegistration registration, CancellationToken cancellationToken)
    {
        var authorization = await oidc.StartDeviceAuthorizationAsync(
            registration.ClientId, registration.ClientSecret, attempt.StartUrl, cancellationToken).ConfigureAwait(false);
        var startedAt = time.GetTimestamp();

        // Printed first and always: whatever comes next, the person can act on it.
        log.Information($"To log in to {attempt.Name}, open {authorization.VerificationUri} and enter the code {authorization.UserCode}");
        if (authorization.VerificationUriComplete is { } complete)
        {
            log.Information($"or open {complete} and check that it shows this code.");
        }

        if (browser.CanOpen
            && Uri.TryCreate(authorization.VerificationUriComplete ?? authorization.VerificationUri, UriKind.Absolute, out var page))
        {
            browser.TryOpen(page);
        }

        return await PollAsync(attempt, oidc, registration, authorization, startedAt, cancellationToken).ConfigureAwait(false);
    }

    private async Task<OidcToken> PollAsync(
        LoginAttempt attempt,
        ISsoOidc oidc,
        ClientRegistration registration,
        DeviceAuthorization authorization,
        long startedAt,
        CancellationToken cancellationToken)
    {
        var request = new OidcTokenRequest.FromDeviceCode(registration.ClientId, registration.ClientSecret, authorization.DeviceCode);
        var interval = authorization.Interval > ShortestInterval ? authorization.Interval : ShortestInterval;
        var failures = 0;
        while (true)
        {
            try
            {
                return await oidc.CreateTokenAsync(request, cancellationToken).ConfigureAwait(false);
            }
            catch (ServiceFailureException failure) when (failure.Kind == ServiceFailureKind.AuthorizationPending)
            {
                failures = 0;
            }
            catch (ServiceFailureException failure) when (failure.Kind == ServiceFailureKind.SlowDown)
            {
                failures = 0;
                interval += SlowDownStep;
            }
            catch (ServiceFailureException failure) when (OidcFailures.IsPassing(failure) && ++failures < MaximumFailures)
            {
                log.Verbose($"{failure.Message.TrimEnd('.')}. It is asked again.");
            }
            catch (ServiceFailureException failure)
                when (failure.Kind is ServiceFailureKind.ExpiredToken or ServiceFailureKind.InvalidGrant)
            {
                // A grant is also invalid when the code was redeemed by a poll whose answer got lost.
                throw CodeExpired(attempt, failure);
            }
            catch (ServiceFailureException failure) when (failure.Kind == ServiceFailureKind.AccessDenied)
            {
                throw new SsoAccessDeniedException(
                    $"The login to {attempt.Name} was denied on the sign-in page. {attempt.Remedy}.", failure);
            }

            // A poll that would come too late is not waited for.
            var elapsed = time.GetElapsedTime(startedAt) + interval;
            if (elapsed > authorization.ExpiresIn)
            {
                throw CodeExpired(attempt, null);
            }

            if (elapsed > attempt.Timeout)
            {
                throw new SsoLoginRequiredException(
                    $"Nobody confirmed the login to {attempt.Name} within {attempt.Timeout.TotalMinutes:0.#} minutes. {attempt.Remedy}.");
            }

            await Task.Delay(interval, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private static SsoLoginRequiredException CodeExpired(LoginAttempt attempt, ServiceFailureException? failure) =>
        new($"The code for the login to {attempt.Name} expired before it was confirmed; start again. {attempt.Remedy}.", failure);
}
