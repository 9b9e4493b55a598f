using Cake.Core;
using Cake.Frosting;

namespace Cake.AwsSsoCredentials;

/// <summary>
/// Writes the role credentials of <see cref="GenerateSsoCredentialsTask"/> as a profile of <c>~/.aws/credentials</c>; where they stand there
/// already, it says so and writes nothing.
/// </summary>
[TaskName(SsoTasks.WriteName)]
[TaskDescription(SsoTasks.WriteDescription)]
[IsDependentOn(typeof(GenerateSsoCredentialsTask))]
public sealed class WriteCredentialsProfileTask : AsyncFrostingTask<ICakeContext>
{
    /// <inheritdoc/>
    public override Task RunAsync(ICakeContext context)
    {
        SsoTasks.WriteCredentialsProfile(context, BuildContextSettings.Of(context));
        return Task.CompletedTask;
    }
}
