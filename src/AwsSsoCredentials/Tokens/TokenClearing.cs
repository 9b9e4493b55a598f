using AwsSsoCredentials.Profiles;
using AwsSsoCredentials.Services;
using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Tokens.Cache;

namespace AwsSsoCredentials.Tokens;

/// <summary>Removes tokens from the cache, and signs them out before where that is asked for.</summary>
/// <param name="cache">The tokens.</param>
/// <param name="services">The services of the sessions.</param>
/// <param name="log">Where progress is reported.</param>
internal sealed class TokenClearing(TokenCache cache, ServiceClients services, ISsoLog log)
{
    /// <summary>Removes every token. Client registrations, and files that are none of ours or broken, stay.</summary>
    /// <returns>The full paths of the removed files.</returns>
    public async Task<IReadOnlyList<string>> ClearAllAsync(bool signOut, CancellationToken cancellationToken)
    {
        var removed = new List<string>();
        SsoException? first = null;
        foreach (var (path, _) in cache.FindAll())
        {
            try
            {
                if (await ClearAsync(path, signOut, false, cancellationToken).ConfigureAwait(false))
                {
                    removed.Add(path);
                }
            }
            catch (SsoException error)
            {
                // The others are cleared all the same.
                log.Warning(error.Message);
                first ??= error;
            }
        }

        return first is null ? removed : throw first;
    }

    /// <summary>Removes the token of one session.</summary>
    /// <param name="sessionKey">The name of the session, or the start URL of a legacy profile.</param>
    /// <param name="signOut">Whether to revoke it first.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The full path of the removed file; empty when there was none.</returns>
    public async Task<IReadOnlyList<string>> ClearSessionAsync(string sessionKey, bool signOut, CancellationToken cancellationToken)
    {
        var path = cache.PathOf(sessionKey);

        // By its name this is the session's token, whatever state its content is in.
        return Path.Exists(path) && await ClearAsync(path, signOut, true, cancellationToken).ConfigureAwait(false) ? [path] : [];
    }

    private async Task<bool> ClearAsync(string path, bool signOut, bool evenIfBroken, CancellationToken cancellationToken)
    {
        // Under the lock: a refresh under way ends first, and the next one finds no token to refresh.
        using var fileLock = await cache.LockAsync(path, cancellationToken).ConfigureAwait(false);
        var traces = ReadTraces(path, evenIfBroken);
        if (traces is null && !(evenIfBroken && File.Exists(path)))
        {
            return false;
        }

        if (signOut && traces is not null)
        {
            await SignOutAsync(path, traces, cancellationToken).ConfigureAwait(false);
        }

        cache.Remove(path);
        log.Verbose($"Removed {path}.");
        return true;
    }

    // What is too large for a token holds none that could be signed out.
    private TokenTraces? ReadTraces(string path, bool evenIfBroken)
    {
        try
        {
            return cache.ReadTraces(path);
        }
        catch (SsoFileException error) when (evenIfBroken && error.InnerException is InvalidDataException)
        {
            return null;
        }
    }

    private async Task SignOutAsync(string path, TokenTraces traces, CancellationToken cancellationToken)
    {
        if (traces.AccessToken is null || traces.Region is null)
        {
            string lack = traces.AccessToken is null ? "holds no access token that can be sent" : "names no region";
            log.Warning($"The token in {path} {lack} and is removed without being signed out.");
            return;
        }

        try
        {
            var session = new SsoSession(null, traces.StartUrl ?? "", SsoValues.Region(traces.Region), []);
            using var portal = services.OpenPortal(services.PortalConnection(session, profile: null));
            await portal.LogoutAsync(traces.AccessToken, cancellationToken).ConfigureAwait(false);
            log.Verbose($"Signed out the token in {path}.");
        }
        catch (ServiceFailureException failure) when (failure.Kind == ServiceFailureKind.Unauthorized)
        {
            log.Verbose($"The token in {path} was no longer valid at the portal.");
        }
        catch (ServiceFailureException failure)
        {
            WarnOf(failure.Message);
        }
        catch (SsoConfigurationException error)
        {
            // Of the region in the file, or of an endpoint that is set for something else.
            WarnOf(error.Message);
        }

        void WarnOf(string why) =>
            log.Warning($"The token in {path} could not be signed out ({Sentence.Open(why)}); its file is removed all the same.");
    }
}
