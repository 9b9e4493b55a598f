using System.Runtime.CompilerServices;
using AwsSsoCredentials.Services.Contracts;

namespace AwsSsoCredentials.Services.Resilience;

/// <summary>Reads the lists of the portal to their end.</summary>
internal static class PortalPaging
{
    /// <summary>Yields every account the user has roles in.</summary>
    public static IAsyncEnumerable<PortalAccount> AllAccountsAsync(
        this ISsoPortal portal, string accessToken, CancellationToken cancellationToken = default) =>
        ReadAsync((next, stop) => portal.ListAccountsAsync(accessToken, next, stop), cancellationToken);

    /// <summary>Yields every role the user has in an account.</summary>
    public static IAsyncEnumerable<PortalRole> AllAccountRolesAsync(
        this ISsoPortal portal, string accessToken, string accountId, CancellationToken cancellationToken = default) =>
        ReadAsync((next, stop) => portal.ListAccountRolesAsync(accessToken, accountId, next, stop), cancellationToken);

    private static async IAsyncEnumerable<T> ReadAsync<T>(
        Func<string?, CancellationToken, Task<PortalPage<T>>> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? next = null;
        do
        {
            var page = await read(next, cancellationToken).ConfigureAwait(false);
            foreach (var item in page.Items)
            {
                yield return item;
            }

            // A service that names the page it just sent would keep us here for ever.
            next = page.NextToken == next ? null : page.NextToken;
        }
        while (next is not null);
    }
}
