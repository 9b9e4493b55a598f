using AwsSsoCredentials;
using AwsSsoCredentials.Flows;
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.AwsSsoCredentials;

public static partial class AwsSsoCredentialsAliases
{
    /// <summary>
    /// Signs in to the SSO session of the profile in <c>AWS_PROFILE</c>, else <c>default</c>, unless a cached token is still good.
    /// </summary>
    /// <inheritdoc cref="LoginSso(ICakeContext, string, LoginSsoSettings)" path="/remarks"/>
    /// <param name="context">The Cake context.</param>
    /// <exception cref="SsoConfigurationException">The profile is missing or incomplete.</exception>
    /// <exception cref="SsoLoginRequiredException">Nobody is there to sign in, or nobody did in time.</exception>
    /// <exception cref="SsoAccessDeniedException">The person refused the request.</exception>
    /// <example>
    /// <code>
    /// Task("Login").Does(() => LoginSso());
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static void LoginSso(this ICakeContext context) => Wait(context.LoginSsoAsync());

    /// <summary>Signs in to the SSO session of a profile, unless a cached token is still good.</summary>
    /// <inheritdoc cref="LoginSso(ICakeContext, string, LoginSsoSettings)" path="/remarks"/>
    /// <param name="context">The Cake context.</param>
    /// <param name="profile">The SSO profile.</param>
    /// <exception cref="SsoConfigurationException">The profile is missing or incomplete.</exception>
    /// <exception cref="SsoLoginRequiredException">Nobody is there to sign in, or nobody did in time.</exception>
    /// <exception cref="SsoAccessDeniedException">The person refused the request.</exception>
    /// <example>
    /// <code>
    /// Task("Login").Does(() => LoginSso("dev"));
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static void LoginSso(this ICakeContext context, string profile) => Wait(context.LoginSsoAsync(profile));

    /// <summary>Signs in to the SSO session of a profile.</summary>
    /// <remarks>
    /// The URL and the code are always printed. The token goes to <c>~/.aws/sso/cache</c> in the AWS CLI's own format, so that the CLI and
    /// every SDK use it, too. Where nobody is there to sign in (a CI system, redirected input) the alias fails at once; the command-line
    /// argument <c>--aws-sso-login=device</c> or <c>--aws-sso-login=browser</c> says that somebody is, and chooses the sign-in method.
    /// </remarks>
    /// <param name="context">The Cake context.</param>
    /// <param name="profile">The SSO profile.</param>
    /// <param name="settings">How to sign in; its Session must be null.</param>
    /// <exception cref="SsoConfigurationException">The profile is missing or incomplete.</exception>
    /// <exception cref="SsoLoginRequiredException">Nobody is there to sign in, or nobody did in time.</exception>
    /// <exception cref="SsoAccessDeniedException">The person refused the request.</exception>
    /// <example>
    /// <code>
    /// Task("Login").Does(() => LoginSso("dev", new LoginSsoSettings { Flow = SsoLoginFlow.DeviceCode }));
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static void LoginSso(this ICakeContext context, string profile, LoginSsoSettings settings) =>
        Wait(context.LoginSsoAsync(profile, settings));

    /// <summary>Signs in to an SSO session by its name, <see cref="LoginSsoSettings.Session"/>.</summary>
    /// <inheritdoc cref="LoginSso(ICakeContext, string, LoginSsoSettings)" path="/remarks"/>
    /// <param name="context">The Cake context.</param>
    /// <param name="settings">The session and how to sign in to it. Without a session: the profile's, as in <see cref="LoginSso(ICakeContext)"/>.</param>
    /// <exception cref="SsoConfigurationException">The session is missing or incomplete.</exception>
    /// <exception cref="SsoLoginRequiredException">Nobody is there to sign in, or nobody did in time.</exception>
    /// <exception cref="SsoAccessDeniedException">The person refused the request.</exception>
    /// <example>
    /// <code>
    /// Task("Login").Does(() => LoginSso(new LoginSsoSettings { Session = "corp" }));
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static void LoginSso(this ICakeContext context, LoginSsoSettings settings) => Wait(context.LoginSsoAsync(settings));

    /// <summary>Signs in as <see cref="LoginSso(ICakeContext)"/> does.</summary>
    /// <param name="context">The Cake context.</param>
    /// <returns>A task that ends when the token is in the cache.</returns>
    /// <example>
    /// <code>
    /// Task("Login").Does(async () => await LoginSsoAsync());
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static Task LoginSsoAsync(this ICakeContext context) => context.LoginSsoAsync(new LoginSsoSettings());

    /// <summary>Signs in as <see cref="LoginSso(ICakeContext, string)"/> does.</summary>
    /// <param name="context">The Cake context.</param>
    /// <param name="profile">The SSO profile.</param>
    /// <returns>A task that ends when the token is in the cache.</returns>
    /// <example>
    /// <code>
    /// Task("Login").Does(async () => await LoginSsoAsync("dev"));
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static Task LoginSsoAsync(this ICakeContext context, string profile) =>
        context.LoginSsoAsync(profile, new LoginSsoSettings());

    /// <summary>Signs in as <see cref="LoginSso(ICakeContext, string, LoginSsoSettings)"/> does.</summary>
    /// <param name="context">The Cake context.</param>
    /// <param name="profile">The SSO profile.</param>
    /// <param name="settings">How to sign in; its Session must be null.</param>
    /// <returns>A task that ends when the token is in the cache.</returns>
    /// <example>
    /// <code>
    /// Task("Login").Does(async () => await LoginSsoAsync("dev", new LoginSsoSettings { SkipIfValid = false }));
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static Task LoginSsoAsync(this ICakeContext context, string profile, LoginSsoSettings settings) =>
        context.LoginSsoAsync(profile, settings, CancellationToken.None);

    /// <summary>Signs in as <see cref="LoginSso(ICakeContext, string, LoginSsoSettings)"/> does.</summary>
    /// <param name="context">The Cake context.</param>
    /// <param name="profile">The SSO profile.</param>
    /// <param name="settings">How to sign in; its Session must be null.</param>
    /// <param name="cancellationToken">Ends the wait for the person.</param>
    /// <returns>A task that ends when the token is in the cache.</returns>
    /// <example>
    /// <code>
    /// await LoginSsoAsync("dev", new LoginSsoSettings(), cancellation.Token);
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static Task LoginSsoAsync(
        this ICakeContext context, string profile, LoginSsoSettings settings, CancellationToken cancellationToken) =>
        new LoginFlow(context.Rooms()).RunAsync(profile.NotBlank(), context.WithLoginArgument(settings.NotNull()), cancellationToken);

    /// <summary>Signs in as <see cref="LoginSso(ICakeContext, LoginSsoSettings)"/> does.</summary>
    /// <param name="context">The Cake context.</param>
    /// <param name="settings">The session and how to sign in to it.</param>
    /// <returns>A task that ends when the token is in the cache.</returns>
    /// <example>
    /// <code>
    /// Task("Login").Does(async () => await LoginSsoAsync(new LoginSsoSettings { Session = "corp" }));
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static Task LoginSsoAsync(this ICakeContext context, LoginSsoSettings settings) =>
        context.LoginSsoAsync(settings, CancellationToken.None);

    /// <summary>Signs in as <see cref="LoginSso(ICakeContext, LoginSsoSettings)"/> does.</summary>
    /// <param name="context">The Cake context.</param>
    /// <param name="settings">The session and how to sign in to it.</param>
    /// <param name="cancellationToken">Ends the wait for the person.</param>
    /// <returns>A task that ends when the token is in the cache.</returns>
    /// <example>
    /// <code>
    /// await LoginSsoAsync(new LoginSsoSettings { Session = "corp" }, cancellation.Token);
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static Task LoginSsoAsync(this ICakeContext context, LoginSsoSettings settings, CancellationToken cancellationToken) =>
        new LoginFlow(context.Rooms()).RunAsync(null, context.WithLoginArgument(settings.NotNull()), cancellationToken);
}
