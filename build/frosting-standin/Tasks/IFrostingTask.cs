using Cake.Core;

namespace Cake.Frosting;

/// <summary>A task as the host sees it. Tasks derive from <see cref="FrostingTask{T}"/> or <see cref="AsyncFrostingTask{T}"/>.</summary>
public interface IFrostingTask
{
    /// <summary>Gets what is printed when the task is skipped.</summary>
    string SkippedMessage => "";

    /// <summary>Does the work.</summary>
    /// <param name="context">The context of the build.</param>
    /// <returns>The running work.</returns>
    Task RunAsync(ICakeContext context);

    /// <summary>Tells whether there is work to do.</summary>
    /// <param name="context">The context of the build.</param>
    /// <returns>False to skip the task.</returns>
    bool ShouldRun(ICakeContext context);

    /// <summary>Handles a failure of the task.</summary>
    /// <param name="exception">What happened.</param>
    /// <param name="context">The context of the build.</param>
    void OnError(Exception exception, ICakeContext context);

    /// <summary>Cleans up, whether the task failed or not.</summary>
    /// <param name="context">The context of the build.</param>
    void Finally(ICakeContext context);
}
