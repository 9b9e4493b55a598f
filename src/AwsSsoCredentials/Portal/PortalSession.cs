using AwsSsoCredentials.Profiles;
using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Tokens;

namespace AwsSsoCredentials.Portal;

/// <summary>
/// The portal of one session during a batch. Requests share its token, its connections and its pace, and when it cannot be reached at all the
/// whole batch need not find that out one by one.
/// </summary>
/// <param name="portal">The portal, paced and with repetitions.</param>
/// <param name="token">The session's token; it belongs to whoever made it.</param>
internal sealed class PortalSession(ISsoPortal portal, SharedToken token) : IDisposable
{
    // One request may meet a fault that passes a moment later; where this many in a row, each with all its attempts, were in vain, none will.
    private const int FailuresToGiveUp = 3;

    private readonly RoleCredentialsSource _source = new(portal);
    private int _failuresInARow;
    private volatile ServiceFailureException? _givenUp;

    /// <summary>Gets the list of accounts and roles.</summary>
    public RoleDirectory Directory { get; } = new(portal, token.GetAsync);

    /// <summary>Gets the credentials of a role.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="SsoException">In all its kinds.</exception>
    public async Task<SsoCredentials> GetCredentialsAsync(SsoProfile profile, CancellationToken cancellationToken)
    {
        string accessToken = await token.GetAsync(null, cancellationToken).ConfigureAwait(false);
        if (_givenUp is { } failure)
        {
            throw PortalErrors.ForRole(profile, failure);
        }

        try
        {
            SsoCredentials credentials = await _source
                .GetAsync(profile, accessToken, async (rejected, stop) => await token.GetAsync(rejected, stop).ConfigureAwait(false), cancellationToken)
                .ConfigureAwait(false);
            Volatile.Write(ref _failuresInARow, 0);
            _givenUp = null;
            return credentials;
        }
        catch (SsoException error) when (error.InnerException is ServiceFailureException cause)
        {
            // A token that is refused though it is new: more new ones would only use up refresh tokens.
            if (cause.Kind == ServiceFailureKind.Unauthorized
                || (IsOfPortal(cause) && Interlocked.Increment(ref _failuresInARow) >= FailuresToGiveUp))
            {
                _givenUp = cause;
            }

            throw;
        }
    }

    // Not a server error: that can be the matter of a single role.
    private static bool IsOfPortal(ServiceFailureException failure) =>
        failure.Kind is ServiceFailureKind.Unreachable or ServiceFailureKind.TimedOut or ServiceFailureKind.Throttled;

    public void Dispose() => portal.Dispose();
}
