using Cake.Core;

namespace Cake.Frosting;

/// <summary>What happens after the last task.</summary>
public interface IFrostingTeardown
{
    /// <summary>Cleans up after the build.</summary>
    /// <param name="context">The context of the build.</param>
    /// <param name="info">How it ended.</param>
    void Teardown(ICakeContext context, ITeardownContext info);
}
