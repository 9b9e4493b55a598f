using Cake.Core;

namespace Cake.Frosting;

/// <summary>What happens before the first and after the last task.</summary>
/// <typeparam name="TContext">The type of the build's context.</typeparam>
public abstract class FrostingLifetime<TContext> : IFrostingLifetime
    where TContext : ICakeContext
{
    /// <summary>Prepares the build.</summary>
    /// <param name="context">The context of the build.</param>
    /// <param name="info">The target and the tasks that will run.</param>
    public abstract void Setup(TContext context, ISetupContext info);

    /// <summary>Cleans up after the build, however it ended.</summary>
    /// <param name="context">The context of the build.</param>
    /// <param name="info">How it ended.</param>
    public abstract void Teardown(TContext context, ITeardownContext info);

    void IFrostingSetup.Setup(ICakeContext context, ISetupContext info) => Setup((TContext)context, info);

    void IFrostingTeardown.Teardown(ICakeContext context, ITeardownContext info) => Teardown((TContext)context, info);
}
