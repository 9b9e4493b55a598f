using Cake.Core;

namespace Cake.Frosting;

/// <summary>A task that works asynchronously and runs in any build.</summary>
public abstract class AsyncFrostingTask : AsyncFrostingTask<ICakeContext>;
