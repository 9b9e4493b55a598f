using AwsSsoCredentials;
using Cake.Core;

namespace Cake.AwsSsoCredentials;

/// <summary>
/// What the ready-made tasks hand on to the tasks after them, by Cake's typed context data: <c>Does&lt;SsoHandOver&gt;(…)</c> in a script,
/// <c>context.Data.Get&lt;SsoHandOver&gt;()</c> anywhere.
/// </summary>
/// <example>
/// <code>
/// Task("Deploy")
///     .IsDependentOn("WriteCredentialsProfile")
///     .Does&lt;SsoHandOver&gt;((context, sso) => context.Command(["terraform", "terraform.exe"], $"apply -var aws_profile={sso.TargetProfile}"));
/// </code>
/// </example>
public sealed class SsoHandOver
{
    internal SsoHandOver()
    {
    }

    /// <summary>Gets the role credentials; null until the task <c>GenerateSsoCredentials</c> has run.</summary>
    public SsoCredentials? Credentials { get; internal set; }

    /// <summary>
    /// Gets the credentials profile that the task <c>WriteCredentialsProfile</c> writes; null until the task <c>GenerateSsoCredentials</c>
    /// has run.
    /// </summary>
    public string? TargetProfile { get; internal set; }

    /// <summary>Gets the one of this build; the first call adds it.</summary>
    internal static SsoHandOver Of(ICakeContext context) => context.OneForBuild(() => new SsoHandOver());
}
