using Cake.Core;
using Cake.Frosting;

namespace Cake.AwsSsoCredentials;

/// <summary>Removes cached SSO tokens. No task depends on it: it logs out every other build and tool of the machine's user.</summary>
// On ICakeContext itself, so that Cake offers the task in builds with any context.
[TaskName(SsoTasks.ClearName)]
[TaskDescription(SsoTasks.ClearDescription)]
public sealed class ClearSsoCacheTask : AsyncFrostingTask<ICakeContext>
{
    /// <inheritdoc/>
    public override Task RunAsync(ICakeContext context) => SsoTasks.ClearSsoCacheAsync(context, BuildContextSettings.Of(context));
}
