using AwsSsoCredentials.Files;
using AwsSsoCredentials.Profiles;
using AwsSsoCredentials.Services;
using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Tokens;
using AwsSsoCredentials.Tokens.Cache;

namespace AwsSsoCredentials.Login;

/// <summary>Logs a person in to a session and keeps the token where every AWS tool finds it.</summary>
/// <param name="cache">The tokens.</param>
/// <param name="registrations">The client registrations.</param>
/// <param name="provider">Knows whether a login is needed at all.</param>
/// <param name="services">The services of the sessions.</param>
/// <param name="vanity">Finds the start URL that the service knows.</param>
/// <param name="browser">Opens pages.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Where progress, URLs and codes are printed.</param>
internal sealed class SsoLogin(
    TokenCache cache,
    RegistrationCache registrations,
    TokenProvider provider,
    ServiceClients services,
    VanityStartUrl vanity,
    IBrowser browser,
    TimeProvider time,
    ISsoLog log)
{
    private readonly ClientRegistrar _registrar = new(registrations, time);

    /// <summary>Logs in.</summary>
    /// <param name="session">The session.</param>
    /// <param name="profile">The SSO profile it is for, for the messages; null when only the session is known.</param>
    /// <param name="settings">How to log in.</param>
    /// <param name="somebodyIsThere">Whether a person was detected; <see cref="LoginSsoSettings.Interactive"/> overrides it.</param>
    /// <param name="rejectedAccessToken">An access token that the portal refused, so that it is not good enough; or null.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SsoException">In all its kinds.</exception>
    public async Task<SsoToken> LoginAsync(
        SsoSession session,
        string? profile,
        LoginSsoSettings settings,
        bool somebodyIsThere,
        string? rejectedAccessToken,
        CancellationToken cancellationToken)
    {
        Validate(settings);
        if (await FindValidAsync().ConfigureAwait(false) is { } token)
        {
            return token;
        }

        if (!(settings.Interactive ?? somebodyIsThere))
        {
            throw new SsoLoginRequiredException(
                $"A login to {session.Subject} is needed, but nobody is there to sign in (a CI system, or no console)."
                + $" {Remedies.LoginBeforeBuild(session, profile)}.");
        }

        // All who need this login ask the person once, also in other processes: who waited here finds the token of the first one.
        using var turn = await EnterAsync(session, profile, settings.Timeout, cancellationToken).ConfigureAwait(false);
        if (await FindValidAsync().ConfigureAwait(false) is { } obtainedMeanwhile)
        {
            return obtainedMeanwhile;
        }

        var (startUrl, region) = await vanity.ResolveAsync(session, profile, cancellationToken).ConfigureAwait(false);
        var attempt = new LoginAttempt(session, profile, startUrl, region, settings.Timeout);
        return await LoginAsync(attempt, ChooseMethod(session, settings.Flow), cancellationToken).ConfigureAwait(false);

        async Task<SsoToken?> FindValidAsync()
        {
            if (!settings.SkipIfValid
                || await FindAsync(session, profile, settings.MinimumLifetime, rejectedAccessToken, cancellationToken)
                    .ConfigureAwait(false) is not { } valid)
            {
                return null;
            }

            log.Information($"Already logged in to {session.Subject}, until {CacheTime.Format(valid.ExpiresAt)}.");
            return valid;
        }
    }

    private async Task<FileLock> EnterAsync(SsoSession session, string? profile, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var entering = cache.LockLoginAsync(session, timeout, cancellationToken);
        if (!entering.IsCompleted)
        {
            log.Information($"Somebody is being asked to log in to {session.Subject} already; waiting for that login.");
        }

        try
        {
            return await entering.ConfigureAwait(false);
        }
        catch (SsoFileException error) when (error.InnerException is TimeoutException)
        {
            throw new SsoLoginRequiredException(
                $"Another build has asked for a login to {session.Subject} for {timeout.TotalMinutes:0.#} minutes, and nobody"
                + $" signed in. Finish that login or end that build. {Remedies.Login(session, profile)}.",
                error);
        }
    }

    private async Task<SsoToken?> FindAsync(
        SsoSession session, string? profile, TimeSpan minimumLifetime, string? rejectedAccessToken, CancellationToken cancellationToken)
    {
        try
        {
            var token = await provider.GetAsync(session, profile, minimumLifetime, rejectedAccessToken, cancellationToken)
                .ConfigureAwait(false);

            // One that lives, but was obtained for what the session pointed to before, would keep the person logged out for ever.
            return TokenHints.Mismatch(session, cache.PathOf(session), token) is null ? token : null;
        }
        catch (SsoLoginRequiredException reason)
        {
            log.Verbose(reason.Message);
            return null;
        }
    }

    private static void Validate(LoginSsoSettings settings)
    {
        if (settings.Timeout <= TimeSpan.Zero || settings.Timeout > TimeSpan.FromDays(1))
        {
            throw new SsoConfigurationException("LoginSsoSettings.Timeout must be more than nothing and at most a day.");
        }

        if (settings.MinimumLifetime < TimeSpan.Zero)
        {
            throw new SsoConfigurationException("LoginSsoSettings.MinimumLifetime must not be negative.");
        }
    }

    private ISignInMethod ChooseMethod(SsoSession session, SsoLoginFlow wanted)
    {
        var kind = wanted switch
        {
            SsoLoginFlow.Auto => session.Name is not null && browser.CanOpen ? SsoLoginFlow.Browser : SsoLoginFlow.DeviceCode,
            _ => wanted,
        };
        if (kind == SsoLoginFlow.Browser && session.Name is null)
        {
            // As the AWS CLI does it: signing in by browser exists for sessions only.
            log.Information($"{session.StartUrl} is configured without sso_session, so the login takes a device code.");
            kind = SsoLoginFlow.DeviceCode;
        }

        return kind == SsoLoginFlow.Browser
            ? new AuthorizationCodeSignIn(services, browser, time, log)
            : new DeviceCodeSignIn(browser, time, log);
    }

    private async Task<SsoToken> LoginAsync(LoginAttempt attempt, ISignInMethod method, CancellationToken cancellationToken)
    {
        try
        {
            using var oidc = services.OpenOidc(attempt.ServiceSession, attempt.Profile);
            var registration = await _registrar.GetAsync(attempt, method.Kind, oidc, false, cancellationToken).ConfigureAwait(false);
            OidcToken answer;
            try
            {
                answer = await method.SignInAsync(attempt, oidc, registration, cancellationToken).ConfigureAwait(false);
            }
            catch (ServiceFailureException failure)
                when (failure.Kind is ServiceFailureKind.InvalidClient or ServiceFailureKind.UnauthorizedClient)
            {
                // A registration out of the cache can have been made for something else, or have ended early: once with a new one.
                log.Verbose($"The client registration for {attempt.Name} is refused ({failure.Message}); registering anew.");
                registration = await _registrar.GetAsync(attempt, method.Kind, oidc, true, cancellationToken).ConfigureAwait(false);
                answer = await method.SignInAsync(attempt, oidc, registration, cancellationToken).ConfigureAwait(false);
            }

            return await SaveAsync(attempt, registration, answer, cancellationToken).ConfigureAwait(false);
        }
        catch (ServiceFailureException failure)
        {
            throw ToError(attempt, failure);
        }
    }

    private async Task<SsoToken> SaveAsync(
        LoginAttempt attempt, ClientRegistration registration, OidcToken answer, CancellationToken cancellationToken)
    {
        var token = new SsoToken
        {
            StartUrl = attempt.Session.StartUrl,
            Region = attempt.Region,
            AccessToken = answer.AccessToken,
            ExpiresAt = time.GetUtcNow() + answer.ExpiresIn,
            ClientId = registration.ClientId,
            ClientSecret = registration.ClientSecret,
            RegistrationExpiresAt = registration.ExpiresAt,
            RefreshToken = answer.RefreshToken,
        };

        // A login starts a new session: unlike a refresh it takes over nothing from the old file, as the AWS CLI's does not.
        using var fileLock = await cache.LockAsync(attempt.Session, true, cancellationToken).ConfigureAwait(false);
        cache.Save(attempt.Session, token);
        log.Information($"Logged in to {attempt.Name}, until {CacheTime.Format(token.ExpiresAt)}.");
        return token;
    }

    private static SsoException ToError(LoginAttempt attempt, ServiceFailureException failure)
    {
        var what = $"The login to {attempt.Name} failed";
        return failure.Kind switch
        {
            // The usual cause: a start URL that belongs to another region (reference of the service, InvalidRequestException).
            ServiceFailureKind.InvalidRequest => new SsoConfigurationException(
                $"{what}: {failure.Message.TrimEnd('.')}. Check sso_start_url ({attempt.StartUrl})"
                + $" and sso_region ({attempt.Region}).",
                failure),
            ServiceFailureKind.InvalidScope => new SsoConfigurationException(
                $"{what}: {failure.Endpoint} does not permit the scopes {string.Join(", ", ClientRegistrar.ScopesOf(attempt))}."
                + " Check sso_registration_scopes.",
                failure),
            ServiceFailureKind.AccessDenied => new SsoAccessDeniedException(
                $"{what}: {failure.Message.TrimEnd('.')}. {attempt.Remedy}.", failure),
            _ => OidcFailures.ToError(failure, what, null),
        };
    }
}
