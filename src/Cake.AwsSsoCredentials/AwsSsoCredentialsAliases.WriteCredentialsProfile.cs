using AwsSsoCredentials;
using AwsSsoCredentials.Flows;
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.AwsSsoCredentials;

public static partial class AwsSsoCredentialsAliases
{
    /// <summary>Writes role credentials to <c>~/.aws/credentials</c> under the name of the SSO profile they were generated for.</summary>
    /// <inheritdoc cref="WriteCredentialsProfile(ICakeContext, SsoCredentials, WriteCredentialsProfileSettings)" path="/remarks"/>
    /// <param name="context">The Cake context.</param>
    /// <param name="credentials">The role credentials.</param>
    /// <inheritdoc cref="WriteCredentialsProfile(ICakeContext, SsoCredentials, WriteCredentialsProfileSettings)" path="/exception"/>
    /// <example>
    /// <code>
    /// WriteCredentialsProfile(GenerateSsoCredentials("dev"));
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static void WriteCredentialsProfile(this ICakeContext context, SsoCredentials credentials) =>
        context.WriteCredentialsProfile(credentials, new WriteCredentialsProfileSettings());

    /// <summary>Writes role credentials to <c>~/.aws/credentials</c> under a name of their own.</summary>
    /// <inheritdoc cref="WriteCredentialsProfile(ICakeContext, SsoCredentials, WriteCredentialsProfileSettings)" path="/remarks"/>
    /// <param name="context">The Cake context.</param>
    /// <param name="credentials">The role credentials.</param>
    /// <param name="targetProfile">The credentials profile to write.</param>
    /// <inheritdoc cref="WriteCredentialsProfile(ICakeContext, SsoCredentials, WriteCredentialsProfileSettings)" path="/exception"/>
    /// <example>
    /// <code>
    /// WriteCredentialsProfile(GenerateSsoCredentials("dev"), "dev-keys");
    /// Command(["terraform", "terraform.exe"], "apply -var aws_profile=dev-keys");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static void WriteCredentialsProfile(this ICakeContext context, SsoCredentials credentials, string targetProfile) =>
        context.WriteCredentialsProfile(credentials, new WriteCredentialsProfileSettings { TargetProfile = targetProfile.NotBlank() });

    /// <summary>Writes role credentials to a profile of <c>~/.aws/credentials</c>.</summary>
    /// <remarks>
    /// The section is replaced or added; every other byte of the file stays. The file is replaced as a whole, under a lock, and a new one is
    /// private to its owner. AWS CLI, boto3, .NET, Java and Ruby prefer SSO settings to keys where the config file has an SSO profile of the same
    /// name; choose another target for them. The region of the credentials goes along where the target has none of its own.
    /// </remarks>
    /// <param name="context">The Cake context.</param>
    /// <param name="credentials">The role credentials.</param>
    /// <param name="settings">Where to write and what may be replaced.</param>
    /// <exception cref="SsoConfigurationException">The name or a value cannot stand in the file, or long-lived keys would be overwritten.</exception>
    /// <exception cref="SsoFileException">The file cannot be read, locked or written. Its content is as before.</exception>
    /// <example>
    /// <code>
    /// WriteCredentialsProfile(credentials, new WriteCredentialsProfileSettings { TargetProfile = "dev-keys" });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static void WriteCredentialsProfile(
        this ICakeContext context, SsoCredentials credentials, WriteCredentialsProfileSettings settings) =>
        new WriteFlow(context.Rooms()).Run(credentials.NotNull(), settings.NotNull());
}
