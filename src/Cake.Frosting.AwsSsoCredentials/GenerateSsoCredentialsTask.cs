using AwsSsoCredentials;
using Cake.Core;
using Cake.Frosting;

namespace Cake.AwsSsoCredentials;

/// <summary>
/// Turns the SSO token into role credentials and hands them on: to a context that implements <see cref="ISsoCredentialsContext"/>, and as
/// <see cref="SsoHandOver"/> in the typed context data.
/// </summary>
[TaskName(SsoTasks.GenerateName)]
[TaskDescription(SsoTasks.GenerateDescription)]
public sealed class GenerateSsoCredentialsTask : AsyncFrostingTask<ICakeContext>
{
    /// <inheritdoc/>
    public override async Task RunAsync(ICakeContext context)
    {
        SsoCredentials credentials = await SsoTasks.GenerateSsoCredentialsAsync(context, BuildContextSettings.Of(context)).ConfigureAwait(false);
        if (context is ISsoCredentialsContext own)
        {
            own.SsoCredentials = credentials;
        }
    }
}
