using AwsSsoCredentials.Profiles;
using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Services.Resilience;

namespace AwsSsoCredentials.Portal;

/// <summary>Gets role credentials from the portal.</summary>
/// <param name="portal">The portal; repeating calls is its business (<see cref="RetryingPortal"/>).</param>
internal sealed class RoleCredentialsSource(ISsoPortal portal)
{
    /// <summary>Gets the credentials of a profile's role.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="accessToken">The access token of its session.</param>
    /// <param name="renewToken">
    /// Called once, with the access token that the portal refused, to get another one; answers null where there is none. A token can be refused
    /// before its time: it was revoked, or it was replaced by the refresh of another process.
    /// </param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="SsoException">The portal refused, or could not be asked.</exception>
    public async Task<SsoCredentials> GetAsync(
        SsoProfile profile,
        string accessToken,
        Func<string, CancellationToken, Task<string?>> renewToken,
        CancellationToken cancellationToken)
    {
        try
        {
            var answer = await portal.GetRoleCredentialsAsync(accessToken, profile.AccountId, profile.RoleName, cancellationToken)
                .ConfigureAwait(false);
            return Credentials(profile, answer);
        }
        catch (ServiceFailureException failure) when (failure.Kind == ServiceFailureKind.Unauthorized)
        {
            var renewed = await renewToken(accessToken, cancellationToken).ConfigureAwait(false);
            if (renewed is null || renewed == accessToken)
            {
                throw PortalErrors.ForRole(profile, failure);
            }

            return await GetAsync(profile, renewed, cancellationToken).ConfigureAwait(false);
        }
        catch (ServiceFailureException failure)
        {
            throw PortalErrors.ForRole(profile, failure);
        }
    }

    /// <summary>Gets the credentials of a profile's role with a token that cannot be renewed.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="accessToken">The access token of its session.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="SsoException">The portal refused, or could not be asked.</exception>
    public async Task<SsoCredentials> GetAsync(SsoProfile profile, string accessToken, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await portal.GetRoleCredentialsAsync(accessToken, profile.AccountId, profile.RoleName, cancellationToken)
                .ConfigureAwait(false);
            return Credentials(profile, answer);
        }
        catch (ServiceFailureException failure)
        {
            throw PortalErrors.ForRole(profile, failure);
        }
    }

    private static SsoCredentials Credentials(SsoProfile profile, PortalRoleCredentials answer) => new(
        profile.Name,
        profile.AccountId,
        profile.RoleName,
        profile.Region,
        answer.AccessKeyId,
        answer.SecretAccessKey,
        answer.SessionToken,
        answer.Expiration,
        profile.Session.Key);
}
