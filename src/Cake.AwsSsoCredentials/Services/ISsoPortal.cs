namespace Cake.AwsSsoCredentials.Services;

/// <summary>
/// The portal of IAM Identity Center (service <c>sso</c>, API version 2019-06-10). Every method raises <see cref="ServiceFailureException"/>.
/// </summary>
internal interface ISsoPortal : IDisposable
{
    Task<PortalRoleCredentials> GetRoleCredentialsAsync(
        string accessToken, string accountId, string roleName, CancellationToken cancellationToken);

    /// <summary>Ends the session: the access token is refused from now on.</summary>
    Task LogoutAsync(string accessToken, CancellationToken cancellationToken);
}
