using Cake.Core;

namespace Cake.Frosting;

/// <summary>A task that works asynchronously.</summary>
/// <typeparam name="T">The type of context it wants. In a build with another context the task does not exist.</typeparam>
public abstract class AsyncFrostingTask<T> : IFrostingTask, ITypedTask
    where T : ICakeContext
{
    Type ITypedTask.ContextType => typeof(T);

    /// <summary>Does the work.</summary>
    /// <param name="context">The context of the build.</param>
    /// <returns>The running work.</returns>
    public virtual Task RunAsync(T context) => Task.CompletedTask;

    /// <summary>Tells whether there is work to do.</summary>
    /// <param name="context">The context of the build.</param>
    /// <returns>False to skip the task.</returns>
    public virtual bool ShouldRun(T context) => true;

    /// <summary>Handles a failure of the task. A task that overrides this has dealt with it: the build goes on unless it throws.</summary>
    /// <param name="exception">What happened.</param>
    /// <param name="context">The context of the build.</param>
    public virtual void OnError(Exception exception, T context)
    {
    }

    /// <summary>Cleans up, whether the task failed or not.</summary>
    /// <param name="context">The context of the build.</param>
    public virtual void Finally(T context)
    {
    }

    Task IFrostingTask.RunAsync(ICakeContext context) => RunAsync((T)context);

    bool IFrostingTask.ShouldRun(ICakeContext context) => ShouldRun((T)context);

    void IFrostingTask.OnError(Exception exception, ICakeContext context) => OnError(exception, (T)context);

    void IFrostingTask.Finally(ICakeContext context) => Finally((T)context);

    bool ITypedTask.Implements(string method) => TaskMethods.Overrides(GetType(), method, typeof(AsyncFrostingTask<T>));
}
