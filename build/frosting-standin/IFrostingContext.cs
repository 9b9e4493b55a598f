using Cake.Core;

namespace Cake.Frosting;

/// <summary>The context of a Frosting build.</summary>
public interface IFrostingContext : ICakeContext;
