using AwsSsoCredentials;
using AwsSsoCredentials.Flows;
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.AwsSsoCredentials;

public static partial class AwsSsoCredentialsAliases
{
    /// <summary>
    /// Generates role credentials for the profile in <c>AWS_PROFILE</c>, else <c>default</c>, from the cached SSO token. Never opens a browser.
    /// </summary>
    /// <param name="context">The Cake context.</param>
    /// <returns>The role credentials.</returns>
    /// <exception cref="SsoConfigurationException">The profile is missing, incomplete or no SSO profile.</exception>
    /// <exception cref="SsoLoginRequiredException">There is no usable SSO token.</exception>
    /// <exception cref="SsoAccessDeniedException">The role is not assigned to the user in that account.</exception>
    /// <exception cref="SsoThrottledException">The portal keeps answering that it gets too many requests.</exception>
    /// <exception cref="SsoServiceException">The portal cannot be reached or answers something unusable.</exception>
    /// <exception cref="SsoFileException">A file below <c>~/.aws</c> cannot be read.</exception>
    /// <example>
    /// <code>
    /// Task("Deploy").Does(() => WriteCredentialsProfile(GenerateSsoCredentials(), "dev-keys"));
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeNamespaceImport("AwsSsoCredentials")]
    public static SsoCredentials GenerateSsoCredentials(this ICakeContext context) => Wait(context.GenerateSsoCredentialsAsync());

    /// <summary>Generates role credentials for an SSO profile from the cached SSO token. Never opens a browser.</summary>
    /// <param name="context">The Cake context.</param>
    /// <param name="profile">The SSO profile.</param>
    /// <returns>The role credentials.</returns>
    /// <inheritdoc cref="GenerateSsoCredentials(ICakeContext)" path="/exception"/>
    /// <example>
    /// <code>
    /// Task("Deploy").Does(() =>
    /// {
    ///     var credentials = GenerateSsoCredentials("dev");
    ///     Information("Keys for {0} until {1:u}", credentials.AccountId, credentials.Expiration);
    /// });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static SsoCredentials GenerateSsoCredentials(this ICakeContext context, string profile) =>
        Wait(context.GenerateSsoCredentialsAsync(profile));

    /// <summary>Generates role credentials for an SSO profile; on request reuses keys that are still good, or logs in first.</summary>
    /// <param name="context">The Cake context.</param>
    /// <param name="profile">The SSO profile.</param>
    /// <param name="settings">What to reuse and whether to log in.</param>
    /// <returns>The role credentials.</returns>
    /// <inheritdoc cref="GenerateSsoCredentials(ICakeContext)" path="/exception"/>
    /// <example>
    /// <code>
    /// // No network while the keys in [dev-keys] live for another 45 minutes.
    /// var credentials = GenerateSsoCredentials("dev", new GenerateSsoCredentialsSettings
    /// {
    ///     ReuseFrom = "dev-keys",
    ///     MinimumLifetime = TimeSpan.FromMinutes(45),
    /// });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static SsoCredentials GenerateSsoCredentials(
        this ICakeContext context, string profile, GenerateSsoCredentialsSettings settings) =>
        Wait(context.GenerateSsoCredentialsAsync(profile, settings));

    /// <summary>Generates role credentials as <see cref="GenerateSsoCredentials(ICakeContext)"/> does.</summary>
    /// <param name="context">The Cake context.</param>
    /// <returns>The role credentials.</returns>
    /// <inheritdoc cref="GenerateSsoCredentials(ICakeContext)" path="/exception"/>
    /// <example>
    /// <code>
    /// var credentials = await GenerateSsoCredentialsAsync();
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static Task<SsoCredentials> GenerateSsoCredentialsAsync(this ICakeContext context) =>
        new GenerateFlow(context.Rooms()).RunAsync(null, new GenerateSsoCredentialsSettings(), CancellationToken.None);

    /// <summary>Generates role credentials as <see cref="GenerateSsoCredentials(ICakeContext, string)"/> does.</summary>
    /// <param name="context">The Cake context.</param>
    /// <param name="profile">The SSO profile.</param>
    /// <returns>The role credentials.</returns>
    /// <inheritdoc cref="GenerateSsoCredentials(ICakeContext)" path="/exception"/>
    /// <example>
    /// <code>
    /// var credentials = await GenerateSsoCredentialsAsync("dev");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static Task<SsoCredentials> GenerateSsoCredentialsAsync(this ICakeContext context, string profile) =>
        context.GenerateSsoCredentialsAsync(profile, new GenerateSsoCredentialsSettings());

    /// <summary>Generates role credentials as <see cref="GenerateSsoCredentials(ICakeContext, string, GenerateSsoCredentialsSettings)"/> does.</summary>
    /// <param name="context">The Cake context.</param>
    /// <param name="profile">The SSO profile.</param>
    /// <param name="settings">What to reuse and whether to log in.</param>
    /// <returns>The role credentials.</returns>
    /// <inheritdoc cref="GenerateSsoCredentials(ICakeContext)" path="/exception"/>
    /// <example>
    /// <code>
    /// var credentials = await GenerateSsoCredentialsAsync("dev", new GenerateSsoCredentialsSettings { ReuseFrom = "dev-keys" });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static Task<SsoCredentials> GenerateSsoCredentialsAsync(
        this ICakeContext context, string profile, GenerateSsoCredentialsSettings settings) =>
        context.GenerateSsoCredentialsAsync(profile, settings, CancellationToken.None);

    /// <summary>Generates role credentials as <see cref="GenerateSsoCredentials(ICakeContext, string, GenerateSsoCredentialsSettings)"/> does.</summary>
    /// <param name="context">The Cake context.</param>
    /// <param name="profile">The SSO profile.</param>
    /// <param name="settings">What to reuse and whether to log in.</param>
    /// <param name="cancellationToken">Ends the wait for the portal, a lock or a login.</param>
    /// <returns>The role credentials.</returns>
    /// <inheritdoc cref="GenerateSsoCredentials(ICakeContext)" path="/exception"/>
    /// <example>
    /// <code>
    /// var credentials = await GenerateSsoCredentialsAsync("dev", new GenerateSsoCredentialsSettings(), cancellation.Token);
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static Task<SsoCredentials> GenerateSsoCredentialsAsync(
        this ICakeContext context, string profile, GenerateSsoCredentialsSettings settings, CancellationToken cancellationToken) =>
        new GenerateFlow(context.Rooms()).RunAsync(profile.NotBlank(), context.WithLoginArgument(settings.NotNull()), cancellationToken);

    /// <summary>Generates role credentials for a role that no profile of the config file need name.</summary>
    /// <param name="context">The Cake context.</param>
    /// <param name="role">Account, role and session.</param>
    /// <returns>The role credentials; their <see cref="SsoCredentials.Profile"/> is <c>ACCOUNT-ROLE</c>.</returns>
    /// <inheritdoc cref="GenerateSsoCredentials(ICakeContext)" path="/exception"/>
    /// <example>
    /// <code>
    /// var credentials = GenerateSsoCredentials(new SsoRole { AccountId = "111122223333", RoleName = "Deployer", Session = "corp" });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static SsoCredentials GenerateSsoCredentials(this ICakeContext context, SsoRole role) =>
        Wait(context.GenerateSsoCredentialsAsync(role, new GenerateSsoCredentialsSettings()));

    /// <summary>Generates role credentials for a role that no profile of the config file need name; on request reuses keys, or logs in first.</summary>
    /// <param name="context">The Cake context.</param>
    /// <param name="role">Account, role and session.</param>
    /// <param name="settings">What to reuse and whether to log in.</param>
    /// <returns>The role credentials; their <see cref="SsoCredentials.Profile"/> is <c>ACCOUNT-ROLE</c>.</returns>
    /// <inheritdoc cref="GenerateSsoCredentials(ICakeContext)" path="/exception"/>
    /// <example>
    /// <code>
    /// var role = new SsoRole
    /// {
    ///     AccountId = "111122223333",
    ///     RoleName = "Deployer",
    ///     Session = "corp",
    ///     StartUrl = "https://d-0123456789.awsapps.com/start",
    ///     SsoRegion = "eu-central-1",
    /// };
    /// var credentials = GenerateSsoCredentials(role, new GenerateSsoCredentialsSettings { ReuseFrom = "deploy-keys" });
    /// WriteCredentialsProfile(credentials, "deploy-keys");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static SsoCredentials GenerateSsoCredentials(this ICakeContext context, SsoRole role, GenerateSsoCredentialsSettings settings) =>
        Wait(context.GenerateSsoCredentialsAsync(role, settings));

    /// <summary>Generates role credentials as <see cref="GenerateSsoCredentials(ICakeContext, SsoRole)"/> does.</summary>
    /// <param name="context">The Cake context.</param>
    /// <param name="role">Account, role and session.</param>
    /// <returns>The role credentials.</returns>
    /// <inheritdoc cref="GenerateSsoCredentials(ICakeContext)" path="/exception"/>
    /// <example>
    /// <code>
    /// var credentials = await GenerateSsoCredentialsAsync(role);
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static Task<SsoCredentials> GenerateSsoCredentialsAsync(this ICakeContext context, SsoRole role) =>
        context.GenerateSsoCredentialsAsync(role, new GenerateSsoCredentialsSettings());

    /// <summary>Generates role credentials as <see cref="GenerateSsoCredentials(ICakeContext, SsoRole, GenerateSsoCredentialsSettings)"/> does.</summary>
    /// <param name="context">The Cake context.</param>
    /// <param name="role">Account, role and session.</param>
    /// <param name="settings">What to reuse and whether to log in.</param>
    /// <returns>The role credentials.</returns>
    /// <inheritdoc cref="GenerateSsoCredentials(ICakeContext)" path="/exception"/>
    /// <example>
    /// <code>
    /// var credentials = await GenerateSsoCredentialsAsync(role, new GenerateSsoCredentialsSettings { ReuseFrom = "deploy-keys" });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static Task<SsoCredentials> GenerateSsoCredentialsAsync(
        this ICakeContext context, SsoRole role, GenerateSsoCredentialsSettings settings) =>
        context.GenerateSsoCredentialsAsync(role, settings, CancellationToken.None);

    /// <summary>Generates role credentials as <see cref="GenerateSsoCredentials(ICakeContext, SsoRole, GenerateSsoCredentialsSettings)"/> does.</summary>
    /// <param name="context">The Cake context.</param>
    /// <param name="role">Account, role and session.</param>
    /// <param name="settings">What to reuse and whether to log in.</param>
    /// <param name="cancellationToken">Ends the wait for the portal, a lock or a login.</param>
    /// <returns>The role credentials.</returns>
    /// <inheritdoc cref="GenerateSsoCredentials(ICakeContext)" path="/exception"/>
    /// <example>
    /// <code>
    /// var credentials = await GenerateSsoCredentialsAsync(role, new GenerateSsoCredentialsSettings(), cancellation.Token);
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static Task<SsoCredentials> GenerateSsoCredentialsAsync(
        this ICakeContext context, SsoRole role, GenerateSsoCredentialsSettings settings, CancellationToken cancellationToken) =>
        new GenerateFlow(context.Rooms()).RunForRoleAsync(role.NotNull(), context.WithLoginArgument(settings.NotNull()), cancellationToken);
}
