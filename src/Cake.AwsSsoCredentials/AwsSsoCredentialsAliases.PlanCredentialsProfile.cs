using AwsSsoCredentials;
using AwsSsoCredentials.Flows;
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.AwsSsoCredentials;

public static partial class AwsSsoCredentialsAliases
{
    /// <summary>Says what <c>WriteCredentialsProfile</c> would change with the same arguments. Writes nothing, not even a lock file.</summary>
    /// <remarks>The plan shows no secret: of an access key id its last four characters, of other keys that they change.</remarks>
    /// <param name="context">The Cake context.</param>
    /// <param name="credentials">The role credentials.</param>
    /// <param name="settings">Where they would be written and what may be replaced.</param>
    /// <returns>The changes, key by key; its text is fit for a log.</returns>
    /// <exception cref="SsoConfigurationException">The name or a value cannot stand in the file, or long-lived keys would be overwritten.</exception>
    /// <exception cref="SsoFileException">The file cannot be read.</exception>
    /// <example>
    /// <code>
    /// var plan = PlanCredentialsProfile(credentials, new WriteCredentialsProfileSettings { TargetProfile = "dev-keys" });
    /// Information(plan.ToString());
    /// </code>
    /// </example>
    [CakeMethodAlias]
    public static CredentialsProfilePlan PlanCredentialsProfile(
        this ICakeContext context, SsoCredentials credentials, WriteCredentialsProfileSettings settings) =>
        new PlanFlow(context.Rooms()).Run(credentials.NotNull(), settings.NotNull());
}
