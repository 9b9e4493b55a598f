using AwsSsoCredentials;
using AwsSsoCredentials.Flows.Sync;
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.AwsSsoCredentials;

public static partial class AwsSsoCredentialsAliases
{
    /// <summary>Writes role credentials of many SSO profiles to <c>~/.aws/credentials</c>: those that match a name or pattern.</summary>
    /// <inheritdoc cref="SyncCredentialsProfiles(ICakeContext, SyncCredentialsProfilesSettings)" path="/remarks"/>
    /// <param name="context">The Cake context.</param>
    /// <param name="pattern">An SSO profile, by name or pattern: <c>*</c> for any characters, <c>?</c> for one; <c>"*"</c> is all.</param>
    /// <param name="more">More of them.</param>
    /// <returns>What became of each profile, in the order they were asked for.</returns>
    /// <inheritdoc cref="SyncCredentialsProfiles(ICakeContext, SyncCredentialsProfilesSettings)" path="/exception"/>
    /// <example>
    /// <code>
    /// SyncCredentialsProfiles("*");
    /// SyncCredentialsProfiles("build", "lab*");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static IReadOnlyList<CredentialsProfileSyncResult> SyncCredentialsProfiles(
        this ICakeContext context, string pattern, params string[] more) =>
        Wait(context.SyncCredentialsProfilesAsync(pattern, more));

    /// <summary>Writes role credentials of many SSO profiles or roles to <c>~/.aws/credentials</c>.</summary>
    /// <remarks>
    /// Keys that this add-in wrote under the target, for the same account, role and session, are kept while they live long enough, with no
    /// network. The others are asked for concurrently, below the portal's limit, with one SSO token a session (refreshed once where that is due;
    /// nobody is ever asked to sign in), and written in one go. A profile that fails does not stop the others; the step fails at its end.
    /// </remarks>
    /// <param name="context">The Cake context.</param>
    /// <param name="settings">What to write, under which names, and how fast to ask.</param>
    /// <returns>What became of each profile, in the order they were asked for.</returns>
    /// <exception cref="SsoSyncException">Some profiles failed; it tells which and why, and what became of the others.</exception>
    /// <exception cref="SsoConfigurationException">A setting cannot be used, or two profiles would be written to one target.</exception>
    /// <exception cref="SsoFileException">A file below <c>~/.aws</c> cannot be read.</exception>
    /// <example>
    /// <code>
    /// SyncCredentialsProfiles(new SyncCredentialsProfilesSettings
    /// {
    ///     Profiles = { "lab*", "build" },
    ///     TargetName = "{profile}-keys",
    ///     MinimumLifetime = TimeSpan.FromMinutes(45),
    /// });
    ///
    /// // Without profiles in the config file: all Deployer roles of the accounts that are called lab-something.
    /// SyncCredentialsProfiles(new SyncCredentialsProfilesSettings
    /// {
    ///     RoleFilter = new SsoRoleFilter { Session = "corp", Accounts = { "lab-*" }, Roles = { "Deployer" } },
    ///     TargetName = "{accountName}-{role}",
    /// });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static IReadOnlyList<CredentialsProfileSyncResult> SyncCredentialsProfiles(
        this ICakeContext context, SyncCredentialsProfilesSettings settings) =>
        Wait(context.SyncCredentialsProfilesAsync(settings));

    /// <summary>Writes role credentials as <see cref="SyncCredentialsProfiles(ICakeContext, string, string[])"/> does.</summary>
    /// <param name="context">The Cake context.</param>
    /// <param name="pattern">An SSO profile, by name or pattern.</param>
    /// <param name="more">More of them.</param>
    /// <returns>What became of each profile, in the order they were asked for.</returns>
    /// <inheritdoc cref="SyncCredentialsProfiles(ICakeContext, SyncCredentialsProfilesSettings)" path="/exception"/>
    /// <example>
    /// <code>
    /// await SyncCredentialsProfilesAsync("lab*");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static Task<IReadOnlyList<CredentialsProfileSyncResult>> SyncCredentialsProfilesAsync(
        this ICakeContext context, string pattern, params string[] more) =>
        context.SyncCredentialsProfilesAsync(new SyncCredentialsProfilesSettings { Profiles = [pattern.NotBlank(), .. more.NotNull()] });

    /// <summary>Writes role credentials as <see cref="SyncCredentialsProfiles(ICakeContext, SyncCredentialsProfilesSettings)"/> does.</summary>
    /// <param name="context">The Cake context.</param>
    /// <param name="settings">What to write, under which names, and how fast to ask.</param>
    /// <returns>What became of each profile, in the order they were asked for.</returns>
    /// <inheritdoc cref="SyncCredentialsProfiles(ICakeContext, SyncCredentialsProfilesSettings)" path="/exception"/>
    /// <example>
    /// <code>
    /// await SyncCredentialsProfilesAsync(new SyncCredentialsProfilesSettings { Profiles = { "*" } });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static Task<IReadOnlyList<CredentialsProfileSyncResult>> SyncCredentialsProfilesAsync(
        this ICakeContext context, SyncCredentialsProfilesSettings settings) =>
        context.SyncCredentialsProfilesAsync(settings, CancellationToken.None);

    /// <summary>Writes role credentials as <see cref="SyncCredentialsProfiles(ICakeContext, SyncCredentialsProfilesSettings)"/> does.</summary>
    /// <param name="context">The Cake context.</param>
    /// <param name="settings">What to write, under which names, and how fast to ask.</param>
    /// <param name="cancellationToken">Ends the batch; what was obtained until then is written first.</param>
    /// <returns>What became of each profile, in the order they were asked for.</returns>
    /// <inheritdoc cref="SyncCredentialsProfiles(ICakeContext, SyncCredentialsProfilesSettings)" path="/exception"/>
    /// <example>
    /// <code>
    /// await SyncCredentialsProfilesAsync(new SyncCredentialsProfilesSettings { Profiles = { "*" } }, cancellation.Token);
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static Task<IReadOnlyList<CredentialsProfileSyncResult>> SyncCredentialsProfilesAsync(
        this ICakeContext context, SyncCredentialsProfilesSettings settings, CancellationToken cancellationToken) =>
        new SyncFlow(context.Rooms()).RunAsync(settings.NotNull(), cancellationToken);
}
