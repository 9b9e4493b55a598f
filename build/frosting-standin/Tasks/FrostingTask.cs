using Cake.Core;

namespace Cake.Frosting;

/// <summary>A task that works synchronously and runs in any build.</summary>
public abstract class FrostingTask : FrostingTask<ICakeContext>;
