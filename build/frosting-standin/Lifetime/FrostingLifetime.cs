using Cake.Core;

namespace Cake.Frosting;

/// <summary>What happens before the first and after the last task of any build.</summary>
public abstract class FrostingLifetime : FrostingLifetime<ICakeContext>;
