using AwsSsoCredentials;
using AwsSsoCredentials.Flows;
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.AwsSsoCredentials;

public static partial class AwsSsoCredentialsAliases
{
    /// <summary>Removes from a profile of <c>~/.aws/credentials</c> what <c>WriteCredentialsProfile</c> wrote there.</summary>
    /// <inheritdoc cref="RemoveCredentialsProfile(ICakeContext, string, RemoveCredentialsProfileSettings)" path="/remarks"/>
    /// <param name="context">The Cake context.</param>
    /// <param name="targetProfile">The credentials profile.</param>
    /// <inheritdoc cref="RemoveCredentialsProfile(ICakeContext, string, RemoveCredentialsProfileSettings)" path="/returns"/>
    /// <inheritdoc cref="RemoveCredentialsProfile(ICakeContext, string, RemoveCredentialsProfileSettings)" path="/exception"/>
    /// <example>
    /// <code>
    /// Teardown(context => RemoveCredentialsProfile("dev-keys"));
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static bool RemoveCredentialsProfile(this ICakeContext context, string targetProfile) =>
        context.RemoveCredentialsProfile(targetProfile, new RemoveCredentialsProfileSettings());

    /// <summary>Removes what <c>WriteCredentialsProfile</c> wrote to a profile of <c>~/.aws/credentials</c>, or on request the whole profile.</summary>
    /// <remarks>
    /// Every other byte of the file stays, also other settings in the same section; a section that holds nothing else goes. Keys that
    /// somebody else wrote are removed only with <see cref="RemoveCredentialsProfileSettings.Force"/>. The keys themselves stay valid until
    /// they expire: this only forgets them.
    /// </remarks>
    /// <param name="context">The Cake context.</param>
    /// <param name="targetProfile">The credentials profile.</param>
    /// <param name="settings">What may be removed.</param>
    /// <returns>True when something was removed; false when there was no file, no such profile or no keys in it.</returns>
    /// <exception cref="SsoConfigurationException">The keys there were written by somebody else, or tools disagree what the lines there mean.</exception>
    /// <exception cref="SsoFileException">The file cannot be read, locked or written. Its content is as before.</exception>
    /// <example>
    /// <code>
    /// RemoveCredentialsProfile("dev-keys", new RemoveCredentialsProfileSettings { Force = true });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static bool RemoveCredentialsProfile(this ICakeContext context, string targetProfile, RemoveCredentialsProfileSettings settings) =>
        new RemoveFlow(context.Rooms()).Run(targetProfile.NotBlank(), settings.NotNull());
}
