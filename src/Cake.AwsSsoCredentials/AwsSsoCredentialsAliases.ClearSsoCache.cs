using AwsSsoCredentials;
using AwsSsoCredentials.Flows;
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.AwsSsoCredentials;

public static partial class AwsSsoCredentialsAliases
{
    /// <summary>
    /// Removes every cached SSO token from <c>~/.aws/sso/cache</c> and the AWS CLI's cached SSO role credentials from <c>~/.aws/cli/cache</c>.
    /// No other file is touched: client registrations, configuration and credentials profiles stay.
    /// </summary>
    /// <remarks>
    /// The cache belongs to the machine's user, not to the build: every other build, the AWS CLI and every SDK of that user must log in
    /// again. Keys that were generated before stay valid until they expire.
    /// </remarks>
    /// <param name="context">The Cake context.</param>
    /// <returns>What was removed.</returns>
    /// <exception cref="SsoFileException">A file or the folder cannot be read or removed.</exception>
    /// <example>
    /// <code>
    /// Task("Logout").Does(() => ClearSsoCache());
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static ClearSsoCacheResult ClearSsoCache(this ICakeContext context) =>
        Wait(context.ClearSsoCacheAsync());

    /// <summary>Removes cached SSO tokens: all or those of one session, on request after revoking them at the portal.</summary>
    /// <inheritdoc cref="ClearSsoCache(ICakeContext)" path="/remarks"/>
    /// <param name="context">The Cake context.</param>
    /// <param name="settings">What is removed.</param>
    /// <returns>What was removed.</returns>
    /// <exception cref="SsoFileException">A file or the folder cannot be read or removed.</exception>
    /// <example>
    /// <code>
    /// Task("Logout").Does(() => ClearSsoCache(new ClearSsoCacheSettings { Session = "corp", SignOut = true }));
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static ClearSsoCacheResult ClearSsoCache(this ICakeContext context, ClearSsoCacheSettings settings) =>
        Wait(context.ClearSsoCacheAsync(settings));

    /// <summary>Removes every cached SSO token, as <see cref="ClearSsoCache(ICakeContext)"/> does.</summary>
    /// <param name="context">The Cake context.</param>
    /// <returns>What was removed.</returns>
    /// <exception cref="SsoFileException">A file or the folder cannot be read or removed.</exception>
    /// <example>
    /// <code>
    /// Task("Logout").Does(async () => await ClearSsoCacheAsync());
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static Task<ClearSsoCacheResult> ClearSsoCacheAsync(this ICakeContext context) =>
        context.ClearSsoCacheAsync(new ClearSsoCacheSettings());

    /// <summary>Removes cached SSO tokens, as <see cref="ClearSsoCache(ICakeContext, ClearSsoCacheSettings)"/> does.</summary>
    /// <param name="context">The Cake context.</param>
    /// <param name="settings">What is removed.</param>
    /// <returns>What was removed.</returns>
    /// <exception cref="SsoFileException">A file or the folder cannot be read or removed.</exception>
    /// <example>
    /// <code>
    /// Task("Logout").Does(async () => await ClearSsoCacheAsync(new ClearSsoCacheSettings { SignOut = true }));
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static Task<ClearSsoCacheResult> ClearSsoCacheAsync(this ICakeContext context, ClearSsoCacheSettings settings) =>
        context.ClearSsoCacheAsync(settings, CancellationToken.None);

    /// <summary>Removes cached SSO tokens, as <see cref="ClearSsoCache(ICakeContext, ClearSsoCacheSettings)"/> does.</summary>
    /// <param name="context">The Cake context.</param>
    /// <param name="settings">What is removed.</param>
    /// <param name="cancellationToken">Ends the wait for the portal or for a lock.</param>
    /// <returns>What was removed.</returns>
    /// <exception cref="SsoFileException">A file or the folder cannot be read or removed.</exception>
    /// <example>
    /// <code>
    /// await ClearSsoCacheAsync(new ClearSsoCacheSettings { SignOut = true }, cancellation.Token);
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static Task<ClearSsoCacheResult> ClearSsoCacheAsync(
        this ICakeContext context, ClearSsoCacheSettings settings, CancellationToken cancellationToken) =>
        new ClearFlow(context.Rooms()).RunAsync(settings.NotNull(), cancellationToken);
}
