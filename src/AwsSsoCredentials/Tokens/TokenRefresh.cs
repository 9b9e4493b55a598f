using System.Collections.Concurrent;
using AwsSsoCredentials.Files;
using AwsSsoCredentials.Services;
using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Tokens.Cache;

namespace AwsSsoCredentials.Tokens;

/// <summary>Exchanges a refresh token and writes the answer. Runs under the token's lock.</summary>
/// <param name="cache">The tokens.</param>
/// <param name="services">The services of the sessions.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Where progress is reported.</param>
internal sealed class TokenRefresh(TokenCache cache, ServiceClients services, TimeProvider time, ISsoLog log)
{
    /// <summary>After a failure that may pass the next attempt waits as long as botocore's does.</summary>
    private static readonly TimeSpan AttemptPause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, FailedAttempt> _failed = new(StringComparer.Ordinal);

    /// <summary>Refreshes a token.</summary>
    /// <param name="need">What the caller asks for.</param>
    /// <param name="found">The token as it was read under the lock; it is refreshable.</param>
    /// <param name="space">Space for the answer.</param>
    /// <param name="cancellationToken">Gives up before the call, not during it.</param>
    public async Task<SsoToken> RefreshAsync(
        TokenNeed need, TokenLookup.Found found, ReservedSpace space, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_failed.TryGetValue(found.Path, out var failed) && failed.RefreshToken == found.Token.RefreshToken)
        {
            // The other profiles of the session would only hear the same again, each after all the repetitions.
            if (!OidcFailures.IsPassing(failed.Failure) || now - failed.At < AttemptPause)
            {
                return await BearFailureAsync(need, found, failed.Failure, false, cancellationToken).ConfigureAwait(false);
            }
        }

        OidcToken answer;
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var oidc = services.OpenOidc(need.Session, need.Profile);
            var request = new OidcTokenRequest.FromRefreshToken(
                found.Token.ClientId!, found.Token.ClientSecret!, found.Token.RefreshToken!);

            // Not cancellable from here: the call may have used up the old refresh token, so its answer has to reach the file.
            answer = await oidc.CreateTokenAsync(request, CancellationToken.None).ConfigureAwait(false);
        }
        catch (ServiceFailureException failure)
        {
            _failed[found.Path] = new FailedAttempt(found.Token.RefreshToken!, time.GetUtcNow(), failure);
            return await BearFailureAsync(need, found, failure, true, cancellationToken).ConfigureAwait(false);
        }

        return await SaveAsync(need, found, answer, now, space).ConfigureAwait(false);
    }

    private async Task<SsoToken> SaveAsync(
        TokenNeed need, TokenLookup.Found found, OidcToken answer, DateTimeOffset askedAt, ReservedSpace space)
    {
        var token = found.Token with
        {
            StartUrl = found.Token.StartUrl ?? need.Session.StartUrl,
            Region = found.Token.Region ?? need.Session.Region,
            AccessToken = answer.AccessToken,
            ExpiresAt = askedAt + answer.ExpiresIn,

            // Where none came back the old one is not kept: the service has ended it (token provider specification, case 5).
            RefreshToken = answer.RefreshToken,
        };
        try
        {
            while (true)
            {
                // Other tools know no lock: what they did to the file while we asked is newer than our answer.
                var latest = await cache.FindAsync(need.Session, CancellationToken.None).ConfigureAwait(false);
                if (latest is TokenLookup.Missing)
                {
                    throw new SsoLoginRequiredException(
                        $"The token of {need.Name} was cleared while it was refreshed: {found.Path} is gone. {need.Remedy}.");
                }

                if (latest is not TokenLookup.Found other)
                {
                    cache.Save(need.Session, token, space);
                    break;
                }

                if (other.Token.AccessToken != found.Token.AccessToken && need.IsBearableBy(other, time.GetUtcNow()))
                {
                    return other.Token;
                }

                if (cache.TrySave(need.Session, token, other, space))
                {
                    break;
                }
            }

            log.Verbose($"Refreshed the token of {need.Name}; it is valid until {CacheTime.Format(token.ExpiresAt)}.");
        }
        catch (SsoFileException error)
        {
            // This build can go on with it; the next one will have to log in.
            log.Warning(
                $"The refreshed token of {need.Name} could not be saved, so that the next build may have to log in: {error.Message}");
        }

        _failed.TryRemove(found.Path, out _);
        if (token.ExpiresAt - time.GetUtcNow() < need.MinimumLifetime)
        {
            throw new SsoLoginRequiredException(
                $"{need.WhyNotMet(found with { Token = token }, time.GetUtcNow())} It was refreshed just now; ask for a shorter minimum"
                + " lifetime.");
        }

        return token;
    }

    private async Task<SsoToken> BearFailureAsync(
        TokenNeed need, TokenLookup.Found found, ServiceFailureException failure, bool warn, CancellationToken cancellationToken)
    {
        // Another tool may have refreshed at the same moment and used up the refresh token (aws/aws-cli#10628).
        if (failure.Kind == ServiceFailureKind.InvalidGrant
            && await cache.FindAsync(need.Session, cancellationToken).ConfigureAwait(false) is TokenLookup.Found other
            && other.Token.AccessToken != found.Token.AccessToken
            && need.IsBearableBy(other, time.GetUtcNow()))
        {
            return other.Token;
        }

        var now = time.GetUtcNow();
        if (need.IsBearableBy(found, now))
        {
            if (warn)
            {
                log.Warning(
                    $"The token of {need.Name} could not be refreshed ({Sentence.Open(failure.Message)}); it is used until it expires at {CacheTime.Format(found.Token.ExpiresAt)}.");
            }

            return found.Token;
        }

        if (OidcFailures.IsPassing(failure))
        {
            throw OidcFailures.ToError(
                failure, $"{need.WhyNotMet(found, now)} It could not be refreshed", $"If that does not help: {need.Remedy}");
        }

        var reason = failure.Kind switch
        {
            ServiceFailureKind.InvalidGrant => "its refresh token was revoked, used up or has ended with the session",
            ServiceFailureKind.InvalidClient or ServiceFailureKind.UnauthorizedClient => "its client registration is refused",
            _ => failure.Message,
        };
        throw new SsoLoginRequiredException($"{need.WhyNotMet(found, now)} It could not be refreshed: {Sentence.Ended(reason)} {need.Remedy}.", failure);
    }

    /// <summary>A refresh that failed.</summary>
    private sealed record FailedAttempt(string RefreshToken, DateTimeOffset At, ServiceFailureException Failure)
    {
        public override string ToString() => $"refresh failed at {CacheTime.Format(At)}";
    }
}
