using AwsSsoCredentials.Files;
using AwsSsoCredentials.Profiles;
using AwsSsoCredentials.Services;
using AwsSsoCredentials.Tokens.Cache;

namespace AwsSsoCredentials.Tokens;

/// <summary>Hands out the access token of a session, refreshed where that is due. It never logs anybody in.</summary>
/// <param name="cache">The tokens.</param>
/// <param name="services">The services of the sessions.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Where progress is reported.</param>
internal sealed class TokenProvider(TokenCache cache, ServiceClients services, TimeProvider time, ISsoLog log)
{
    private readonly OncePerMessageLog _onceLog = new(log);
    private readonly TokenRefresh _refresh = new(cache, services, time, log);

    /// <summary>Gets a token.</summary>
    /// <param name="session">The session.</param>
    /// <param name="profile">The SSO profile it is for, for the messages; null when only the session is known.</param>
    /// <param name="minimumLifetime">How long the token must still live; zero when any living token will do.</param>
    /// <param name="rejectedAccessToken">
    /// An access token that the portal refused though it had not expired: it is not handed out again, but refreshed, unless another has
    /// taken its place in the file meanwhile. Null at first.
    /// </param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="SsoLoginRequiredException">There is none, and none can be had without a person.</exception>
    /// <exception cref="SsoServiceException">It expired, and the service that renews it does not work.</exception>
    /// <exception cref="SsoThrottledException">It expired, and the service that renews it refuses for the moment.</exception>
    /// <exception cref="SsoFileException">The file or its lock cannot be used.</exception>
    public async Task<SsoToken> GetAsync(
        SsoSession session,
        string? profile,
        TimeSpan minimumLifetime,
        string? rejectedAccessToken,
        CancellationToken cancellationToken)
    {
        var need = new TokenNeed(session, profile, minimumLifetime, rejectedAccessToken);
        var found = await FindAsync(need, cancellationToken).ConfigureAwait(false);
        if (need.IsMetBy(found, time.GetUtcNow()))
        {
            return found.Token;
        }

        need.ThrowIfNotRefreshable(found, time.GetUtcNow());
        FileLock fileLock;
        try
        {
            fileLock = await cache.LockAsync(session, !need.IsBearableBy(found, time.GetUtcNow()), cancellationToken).ConfigureAwait(false);
        }
        catch (SsoFileException error) when (need.IsBearableBy(found, time.GetUtcNow()))
        {
            return UnrefreshedFor(error, found);
        }
        catch (SsoFileException error) when (error.InnerException is TimeoutException)
        {
            throw new SsoServiceException(
                $"{need.WhyNotMet(found, time.GetUtcNow())} It could not be refreshed: another build tries to, and the service does not"
                + $" answer it. Check the network, then try again; if that does not help: {need.Remedy}.",
                error);
        }

        catch (SsoFileException error)
        {
            throw NotRefreshed(need, found, error);
        }

        using (fileLock)
        {
            // Only now it is certain what there is to refresh: another thread or process may have done it.
            found = await FindAsync(need, cancellationToken).ConfigureAwait(false);
            if (need.IsMetBy(found, time.GetUtcNow()))
            {
                return found.Token;
            }

            need.ThrowIfNotRefreshable(found, time.GetUtcNow());
            ReservedSpace space;
            try
            {
                space = cache.Reserve(found);
            }
            catch (SsoFileException error) when (need.IsBearableBy(found, time.GetUtcNow()))
            {
                return UnrefreshedFor(error, found);
            }
            catch (SsoFileException error)
            {
                throw NotRefreshed(need, found, error);
            }

            using (space)
            {
                return await _refresh.RefreshAsync(need, found, space, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private SsoFileException NotRefreshed(TokenNeed need, TokenLookup.Found found, SsoFileException error) =>
        new($"{need.WhyNotMet(found, time.GetUtcNow())} It could not be refreshed: {Sentence.Ended(error.Message)}", error);

    // A read-only home, a full disk: what cannot be saved must not be refreshed, since that can use up the refresh token.
    private SsoToken UnrefreshedFor(SsoFileException error, TokenLookup.Found found)
    {
        _onceLog.Warning(
            $"{Sentence.Ended(error.Message)} The token in {found.Path} is used as it is, until"
            + $" {CacheTime.Format(found.Token.ExpiresAt)}.");
        return found.Token;
    }

    private async Task<TokenLookup.Found> FindAsync(TokenNeed need, CancellationToken cancellationToken)
    {
        var lookup = await cache.FindAsync(need.Session, cancellationToken).ConfigureAwait(false);
        switch (lookup)
        {
            case TokenLookup.Found found:
                if (TokenHints.Mismatch(need.Session, found.Path, found.Token) is { } mismatch)
                {
                    _onceLog.Warning($"{mismatch}; the service will probably refuse it. {need.Remedy}.");
                }

                if (TokenNeed.IsBeyondBelief(found.Token, time.GetUtcNow()))
                {
                    _onceLog.Warning(need.WhyNotMet(found, time.GetUtcNow()));
                }

                return found;
            case TokenLookup.Unreadable unreadable:
                throw unreadable.Error;
            case TokenLookup.Invalid invalid:
                throw new SsoLoginRequiredException(
                    $"The token file of {need.Name}, {invalid.Path}, cannot be used: {invalid.Defect.Reason}. {need.Remedy}.");
            default:
                throw new SsoLoginRequiredException(
                    $"Nobody is logged in to {need.Name}: there is no {lookup.Path}.{TokenHints.OtherToken(cache, need.Session)}"
                    + $" {need.Remedy}.");
        }
    }
}
