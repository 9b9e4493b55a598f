using AwsSsoCredentials;
using Cake.Core.Annotations;

namespace Cake.AwsSsoCredentials;

/// <summary>
/// Turns an AWS IAM Identity Center (AWS SSO) login into role credentials and a profile in <c>~/.aws/credentials</c>, inside the build.
/// </summary>
/// <remarks>
/// <para>
/// A script needs one line:
/// <code>
/// #addin nuget:?package=Cake.AwsSsoCredentials&amp;version=0.1.0
/// </code>
/// Cake.Sdk programs and projects reference the same package. Frosting builds take the package Cake.Frosting.AwsSsoCredentials instead.
/// </para>
/// <para>
/// Aliases without a profile use the environment variable <c>AWS_PROFILE</c>, else the profile <c>default</c>. Every error is an
/// <see cref="SsoException"/> whose message is one line that names the remedy. Runs on Linux, macOS and Windows.
/// </para>
/// </remarks>
[CakeAliasCategory("AWS SSO")]
[CakeNamespaceImport("AwsSsoCredentials")]
public static partial class AwsSsoCredentialsAliases
{
    // Cake runs scripts without a synchronization context, so waiting here cannot block the work that is waited for.
    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private static void Wait(Task task) => task.GetAwaiter().GetResult();
}
