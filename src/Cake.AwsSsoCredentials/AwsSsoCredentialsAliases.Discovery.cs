using AwsSsoCredentials;
using AwsSsoCredentials.Flows;
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.AwsSsoCredentials;

public static partial class AwsSsoCredentialsAliases
{
    /// <summary>Lists the SSO profiles of <c>~/.aws/config</c>, in its order. Calls no service.</summary>
    /// <param name="context">The Cake context.</param>
    /// <returns>The profiles, those included that cannot be used; each says why.</returns>
    /// <exception cref="SsoConfigurationException">A file has a syntax error or is not UTF-8.</exception>
    /// <exception cref="SsoFileException">A file cannot be read.</exception>
    /// <example>
    /// <code>
    /// foreach (var profile in GetSsoProfiles())
    /// {
    ///     Information("{0}: {1}/{2} {3}", profile.Name, profile.AccountId, profile.RoleName, profile.Problem);
    /// }
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static IReadOnlyList<SsoProfileSummary> GetSsoProfiles(this ICakeContext context) =>
        new DiscoveryFlow(context.Rooms()).GetProfiles();

    /// <summary>Lists the accounts in which the person who is signed in to a profile's session holds roles.</summary>
    /// <param name="context">The Cake context.</param>
    /// <param name="profile">The SSO profile; of it only the session counts, so that account and role may be missing.</param>
    /// <returns>The accounts, in the portal's order.</returns>
    /// <exception cref="SsoConfigurationException">The profile is missing or names no complete session.</exception>
    /// <exception cref="SsoLoginRequiredException">There is no usable SSO token.</exception>
    /// <exception cref="SsoAccessDeniedException">The portal does not show them.</exception>
    /// <exception cref="SsoThrottledException">The portal keeps answering that it gets too many requests.</exception>
    /// <exception cref="SsoServiceException">The portal cannot be reached or answers something unusable.</exception>
    /// <exception cref="SsoFileException">A file below <c>~/.aws</c> cannot be read.</exception>
    /// <example>
    /// <code>
    /// foreach (var account in GetSsoAccounts("dev"))
    /// {
    ///     Information("{0} {1}", account.AccountId, account.AccountName);
    /// }
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static IReadOnlyList<SsoAccount> GetSsoAccounts(this ICakeContext context, string profile) =>
        Wait(context.GetSsoAccountsAsync(profile));

    /// <summary>Lists accounts as <see cref="GetSsoAccounts(ICakeContext, string)"/> does.</summary>
    /// <param name="context">The Cake context.</param>
    /// <param name="profile">The SSO profile.</param>
    /// <returns>The accounts, in the portal's order.</returns>
    /// <inheritdoc cref="GetSsoAccounts(ICakeContext, string)" path="/exception"/>
    /// <example>
    /// <code>
    /// var accounts = await GetSsoAccountsAsync("dev");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static Task<IReadOnlyList<SsoAccount>> GetSsoAccountsAsync(this ICakeContext context, string profile) =>
        context.GetSsoAccountsAsync(profile, CancellationToken.None);

    /// <summary>Lists accounts as <see cref="GetSsoAccounts(ICakeContext, string)"/> does.</summary>
    /// <param name="context">The Cake context.</param>
    /// <param name="profile">The SSO profile.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The accounts, in the portal's order.</returns>
    /// <inheritdoc cref="GetSsoAccounts(ICakeContext, string)" path="/exception"/>
    /// <example>
    /// <code>
    /// var accounts = await GetSsoAccountsAsync("dev", cancellation.Token);
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static Task<IReadOnlyList<SsoAccount>> GetSsoAccountsAsync(
        this ICakeContext context, string profile, CancellationToken cancellationToken) =>
        new DiscoveryFlow(context.Rooms()).GetAccountsAsync(profile.NotBlank(), cancellationToken);

    /// <summary>Lists the roles that the person who is signed in to a profile's session holds in an account.</summary>
    /// <param name="context">The Cake context.</param>
    /// <param name="profile">The SSO profile; of it only the session counts, so that account and role may be missing.</param>
    /// <param name="accountId">The account: 12 digits.</param>
    /// <returns>The roles, ready for <see cref="GenerateSsoCredentials(ICakeContext, SsoRole)"/>.</returns>
    /// <inheritdoc cref="GetSsoAccounts(ICakeContext, string)" path="/exception"/>
    /// <example>
    /// <code>
    /// foreach (var role in GetSsoAccountRoles("dev", "111122223333"))
    /// {
    ///     Information("{0}", role.RoleName);
    /// }
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static IReadOnlyList<SsoRole> GetSsoAccountRoles(this ICakeContext context, string profile, string accountId) =>
        Wait(context.GetSsoAccountRolesAsync(profile, accountId));

    /// <summary>
    /// Lists the roles that a filter lets through, over all accounts of a session: several accounts at the same time, below the portal's limit.
    /// Needs no config file where the filter names start URL and region.
    /// </summary>
    /// <param name="context">The Cake context.</param>
    /// <param name="filter">The session, and patterns for accounts and roles.</param>
    /// <returns>The roles, in the portal's order, ready for <see cref="GenerateSsoCredentials(ICakeContext, SsoRole)"/>.</returns>
    /// <inheritdoc cref="GetSsoAccounts(ICakeContext, string)" path="/exception"/>
    /// <example>
    /// <code>
    /// var deployers = GetSsoAccountRoles(new SsoRoleFilter { Session = "corp", Roles = { "Deploy*" } });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static IReadOnlyList<SsoRole> GetSsoAccountRoles(this ICakeContext context, SsoRoleFilter filter) =>
        Wait(context.GetSsoAccountRolesAsync(filter));

    /// <summary>Lists roles as <see cref="GetSsoAccountRoles(ICakeContext, string, string)"/> does.</summary>
    /// <param name="context">The Cake context.</param>
    /// <param name="profile">The SSO profile.</param>
    /// <param name="accountId">The account: 12 digits.</param>
    /// <returns>The roles.</returns>
    /// <inheritdoc cref="GetSsoAccounts(ICakeContext, string)" path="/exception"/>
    /// <example>
    /// <code>
    /// var roles = await GetSsoAccountRolesAsync("dev", "111122223333");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static Task<IReadOnlyList<SsoRole>> GetSsoAccountRolesAsync(this ICakeContext context, string profile, string accountId) =>
        context.GetSsoAccountRolesAsync(profile, accountId, CancellationToken.None);

    /// <summary>Lists roles as <see cref="GetSsoAccountRoles(ICakeContext, string, string)"/> does.</summary>
    /// <param name="context">The Cake context.</param>
    /// <param name="profile">The SSO profile.</param>
    /// <param name="accountId">The account: 12 digits.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The roles.</returns>
    /// <inheritdoc cref="GetSsoAccounts(ICakeContext, string)" path="/exception"/>
    /// <example>
    /// <code>
    /// var roles = await GetSsoAccountRolesAsync("dev", "111122223333", cancellation.Token);
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static Task<IReadOnlyList<SsoRole>> GetSsoAccountRolesAsync(
        this ICakeContext context, string profile, string accountId, CancellationToken cancellationToken) =>
        new DiscoveryFlow(context.Rooms()).GetRolesAsync(profile.NotBlank(), accountId.NotBlank(), cancellationToken);

    /// <summary>Lists roles as <see cref="GetSsoAccountRoles(ICakeContext, SsoRoleFilter)"/> does.</summary>
    /// <param name="context">The Cake context.</param>
    /// <param name="filter">The session, and patterns for accounts and roles.</param>
    /// <returns>The roles.</returns>
    /// <inheritdoc cref="GetSsoAccounts(ICakeContext, string)" path="/exception"/>
    /// <example>
    /// <code>
    /// var roles = await GetSsoAccountRolesAsync(new SsoRoleFilter { Session = "corp" });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static Task<IReadOnlyList<SsoRole>> GetSsoAccountRolesAsync(this ICakeContext context, SsoRoleFilter filter) =>
        context.GetSsoAccountRolesAsync(filter, CancellationToken.None);

    /// <summary>Lists roles as <see cref="GetSsoAccountRoles(ICakeContext, SsoRoleFilter)"/> does.</summary>
    /// <param name="context">The Cake context.</param>
    /// <param name="filter">The session, and patterns for accounts and roles.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The roles.</returns>
    /// <inheritdoc cref="GetSsoAccounts(ICakeContext, string)" path="/exception"/>
    /// <example>
    /// <code>
    /// var roles = await GetSsoAccountRolesAsync(new SsoRoleFilter { Session = "corp" }, cancellation.Token);
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static Task<IReadOnlyList<SsoRole>> GetSsoAccountRolesAsync(
        this ICakeContext context, SsoRoleFilter filter, CancellationToken cancellationToken) =>
        new DiscoveryFlow(context.Rooms()).GetRolesAsync(filter.NotNull(), cancellationToken);
}
