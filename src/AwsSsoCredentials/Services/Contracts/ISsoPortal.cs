namespace AwsSsoCredentials.Services.Contracts;

/// <summary>
/// The portal of IAM Identity Center (service <c>sso</c>, API version 2019-06-10). Every method raises <see cref="ServiceFailureException"/>.
/// </summary>
internal interface ISsoPortal : IDisposable
{
    Task<PortalRoleCredentials> GetRoleCredentialsAsync(
        string accessToken, string accountId, string roleName, CancellationToken cancellationToken);

    /// <summary>Gets one page of the accounts the user has roles in.</summary>
    /// <param name="accessToken">The access token of the session.</param>
    /// <param name="nextToken">What the page before named; null for the first page.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<PortalPage<PortalAccount>> ListAccountsAsync(string accessToken, string? nextToken, CancellationToken cancellationToken);

    /// <summary>Gets one page of the roles the user has in an account.</summary>
    /// <param name="accessToken">The access token of the session.</param>
    /// <param name="accountId">The account: 12 digits.</param>
    /// <param name="nextToken">What the page before named; null for the first page.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<PortalPage<PortalRole>> ListAccountRolesAsync(
        string accessToken, string accountId, string? nextToken, CancellationToken cancellationToken);

    /// <summary>Ends the session: the access token is refused from now on.</summary>
    Task LogoutAsync(string accessToken, CancellationToken cancellationToken);
}
