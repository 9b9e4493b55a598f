using AwsSsoCredentials.Profiles;
using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Tokens;

namespace AwsSsoCredentials.Portal;

/// <summary>
/// The portal of one session: role credentials, accounts, roles. Its requests share a token, which is renewed once when the portal refuses it, the
/// connections and the pace; when the portal cannot be reached at all, not every request need find that out.
/// </summary>
/// <param name="session">The session.</param>
/// <param name="token">Its token; it belongs to whoever made it.</param>
/// <param name="open">Opens the portal, given how many requests there will be, if that is known.</param>
internal sealed class PortalSession(SsoSession session, SharedToken token, Func<int?, ISsoPortal> open) : IDisposable
{
    // One request may meet a fault that passes a moment later; where this many in a row, each with all its attempts, were in vain, none will.
    private const int FailuresToGiveUp = 3;

    // 100 accounts a page, and more accounts than any organisation has.
    private const int MaxPages = 10_000;

    private readonly Lock _lock = new();
    private ISsoPortal? _portal;
    private int _failuresInARow;
    private volatile ServiceFailureException? _givenUp;

    /// <summary>Gets or sets how many requests there will be; null while that is unknown. It counts until the first of them.</summary>
    public int? ExpectedRequests { get; set; }

    /// <summary>Gets the credentials of a role.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="SsoException">In all its kinds.</exception>
    public async Task<SsoCredentials> GetCredentialsAsync(SsoProfile profile, CancellationToken cancellationToken)
    {
        PortalRoleCredentials keys = await CallAsync(
            (portal, accessToken, stop) => portal.GetRoleCredentialsAsync(accessToken, profile.AccountId, profile.RoleName, stop),
            failure => PortalErrors.ForRole(profile, failure),
            cancellationToken).ConfigureAwait(false);
        return new SsoCredentials(
            profile.Name,
            profile.AccountId,
            profile.RoleName,
            profile.Region,
            keys.AccessKeyId,
            keys.SecretAccessKey,
            keys.SessionToken,
            keys.Expiration,
            profile.Session.Key);
    }

    /// <summary>Lists all accounts of the signed-in person.</summary>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="SsoException">In all its kinds.</exception>
    public Task<IReadOnlyList<PortalAccount>> GetAccountsAsync(CancellationToken cancellationToken) => ListAsync(
        (portal, accessToken, next, stop) => portal.ListAccountsAsync(accessToken, next, stop), "the accounts", cancellationToken);

    /// <summary>Lists all roles of the signed-in person in an account.</summary>
    /// <param name="accountId">The account: 12 digits.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="SsoException">In all its kinds.</exception>
    public Task<IReadOnlyList<PortalRole>> GetRolesAsync(string accountId, CancellationToken cancellationToken) => ListAsync(
        (portal, accessToken, next, stop) => portal.ListAccountRolesAsync(accessToken, accountId, next, stop),
        $"the roles in account {accountId}",
        cancellationToken);

    /// <summary>Lists the roles in many accounts, several accounts at the same time.</summary>
    /// <param name="accountIds">The accounts.</param>
    /// <param name="concurrency">How many accounts at the same time.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The roles of each account, in the order of the accounts.</returns>
    /// <exception cref="SsoException">In all its kinds.</exception>
    public async Task<IReadOnlyList<IReadOnlyList<PortalRole>>> GetRolesAsync(
        IReadOnlyList<string> accountIds, int concurrency, CancellationToken cancellationToken)
    {
        var roles = new IReadOnlyList<PortalRole>[accountIds.Count];
        await Parallel.ForAsync(
            0,
            roles.Length,
            new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellationToken },
            async (i, stop) => roles[i] = await GetRolesAsync(accountIds[i], stop).ConfigureAwait(false)).ConfigureAwait(false);
        return roles;
    }

    public void Dispose() => _portal?.Dispose();

    private Task<IReadOnlyList<T>> ListAsync<T>(
        Func<ISsoPortal, string, string?, CancellationToken, Task<PortalPage<T>>> read, string what, CancellationToken cancellationToken)
    {
        return CallAsync<IReadOnlyList<T>>(ReadPagesAsync, failure => PortalErrors.ForList(what, session, failure), cancellationToken);

        async Task<IReadOnlyList<T>> ReadPagesAsync(ISsoPortal portal, string accessToken, CancellationToken stop)
        {
            var items = new List<T>();

            // A service that names a page that it has sent already would keep us here for ever.
            var seen = new HashSet<string>(StringComparer.Ordinal);
            string? next = null;
            do
            {
                if (seen.Count == MaxPages)
                {
                    throw new SsoServiceException($"IAM Identity Center lists {what} without end (session {session.Key}). Check AWS_ENDPOINT_URL_SSO.");
                }

                PortalPage<T> page = await read(portal, accessToken, next, stop).ConfigureAwait(false);
                items.AddRange(page.Items);
                next = page.NextToken;
            }
            while (next is not null && seen.Add(next));

            return items;
        }
    }

    /// <summary>The way of every call: take the token, call, renew the token once where the portal refuses it, say failures in words.</summary>
    private async Task<T> CallAsync<T>(
        Func<ISsoPortal, string, CancellationToken, Task<T>> call,
        Func<ServiceFailureException, SsoException> toError,
        CancellationToken cancellationToken)
    {
        string accessToken = await token.GetAsync(null, cancellationToken).ConfigureAwait(false);
        if (_givenUp is { } end)
        {
            throw toError(end);
        }

        ISsoPortal portal = Open();
        ServiceFailureException failure;
        try
        {
            return Succeed(await call(portal, accessToken, cancellationToken).ConfigureAwait(false));
        }
        catch (ServiceFailureException refusal) when (refusal.Kind == ServiceFailureKind.Unauthorized)
        {
            failure = refusal;
        }
        catch (ServiceFailureException other)
        {
            throw toError(Fail(other));
        }

        // Refused before its time: revoked, or replaced by the refresh of another process.
        string renewed = await token.GetAsync(accessToken, cancellationToken).ConfigureAwait(false);
        if (renewed == accessToken)
        {
            throw toError(Fail(failure));
        }

        try
        {
            return Succeed(await call(portal, renewed, cancellationToken).ConfigureAwait(false));
        }
        catch (ServiceFailureException again)
        {
            throw toError(Fail(again));
        }
    }

    private ISsoPortal Open()
    {
        lock (_lock)
        {
            return _portal ??= open(ExpectedRequests);
        }
    }

    private T Succeed<T>(T answer)
    {
        Volatile.Write(ref _failuresInARow, 0);
        _givenUp = null;
        return answer;
    }

    private ServiceFailureException Fail(ServiceFailureException failure)
    {
        // A token that is refused though it is new: more new ones would only use up refresh tokens.
        if (failure.Kind == ServiceFailureKind.Unauthorized
            || (IsOfPortal(failure) && Interlocked.Increment(ref _failuresInARow) >= FailuresToGiveUp))
        {
            _givenUp = failure;
        }

        return failure;
    }

    // Not a server error: that can be the matter of a single role.
    private static bool IsOfPortal(ServiceFailureException failure) =>
        failure.Kind is ServiceFailureKind.Unreachable or ServiceFailureKind.TimedOut or ServiceFailureKind.Throttled;
}
