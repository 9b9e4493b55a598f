using AwsSsoCredentials.Profiles;
using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Services.Resilience;

namespace AwsSsoCredentials.Portal;

/// <summary>Lists the accounts and roles of the signed-in person.</summary>
/// <param name="portal">The portal; pacing and repeating calls is its business.</param>
/// <param name="getToken">Gives the access token: the first one for null, another one for one that the portal refused.</param>
internal sealed class RoleDirectory(ISsoPortal portal, Func<string?, CancellationToken, Task<string>> getToken)
{
    /// <summary>Lists all accounts.</summary>
    /// <param name="session">The session, for the messages.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="SsoException">The portal refused, or could not be asked.</exception>
    public Task<IReadOnlyList<PortalAccount>> GetAccountsAsync(SsoSession session, CancellationToken cancellationToken) =>
        ListAsync(
            token => portal.AllAccountsAsync(token, cancellationToken), session, "the accounts", cancellationToken);

    /// <summary>Lists all roles in an account.</summary>
    /// <param name="session">The session, for the messages.</param>
    /// <param name="accountId">The account: 12 digits.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="SsoException">The portal refused, or could not be asked.</exception>
    public Task<IReadOnlyList<PortalRole>> GetRolesAsync(SsoSession session, string accountId, CancellationToken cancellationToken) =>
        ListAsync(
            token => portal.AllAccountRolesAsync(token, accountId, cancellationToken),
            session,
            $"the roles in account {accountId}",
            cancellationToken);

    /// <summary>Lists the roles in many accounts, several accounts at the same time.</summary>
    /// <param name="session">The session, for the messages.</param>
    /// <param name="accountIds">The accounts.</param>
    /// <param name="concurrency">How many accounts at the same time.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The roles of each account, in the order of the accounts.</returns>
    /// <exception cref="SsoException">The portal refused, or could not be asked.</exception>
    public async Task<IReadOnlyList<IReadOnlyList<PortalRole>>> GetRolesAsync(
        SsoSession session, IReadOnlyList<string> accountIds, int concurrency, CancellationToken cancellationToken)
    {
        var roles = new IReadOnlyList<PortalRole>[accountIds.Count];
        await Parallel.ForAsync(
            0,
            roles.Length,
            new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellationToken },
            async (i, stop) => roles[i] = await GetRolesAsync(session, accountIds[i], stop).ConfigureAwait(false)).ConfigureAwait(false);
        return roles;
    }

    private async Task<IReadOnlyList<T>> ListAsync<T>(
        Func<string, IAsyncEnumerable<T>> list, SsoSession session, string what, CancellationToken cancellationToken)
    {
        string token = await getToken(null, cancellationToken).ConfigureAwait(false);
        try
        {
            return await ReadAsync(list(token), cancellationToken).ConfigureAwait(false);
        }
        catch (ServiceFailureException failure) when (failure.Kind == ServiceFailureKind.Unauthorized)
        {
            // Refused before its time: revoked, or replaced by the refresh of another process.
            string renewed = await getToken(token, cancellationToken).ConfigureAwait(false);
            try
            {
                return await ReadAsync(list(renewed), cancellationToken).ConfigureAwait(false);
            }
            catch (ServiceFailureException again)
            {
                throw PortalErrors.ForList(what, session, again);
            }
        }
        catch (ServiceFailureException failure)
        {
            throw PortalErrors.ForList(what, session, failure);
        }
    }

    private static async Task<IReadOnlyList<T>> ReadAsync<T>(IAsyncEnumerable<T> pages, CancellationToken cancellationToken)
    {
        var items = new List<T>();
        await foreach (T item in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            items.Add(item);
        }

        return items;
    }
}
