using Cake.Core;

namespace Cake.Frosting;

/// <summary>The base of a build's own context: Cake's, and what the build adds.</summary>
/// <param name="context">Cake's context.</param>
public class FrostingContext(ICakeContext context) : CakeContextAdapter(context), IFrostingContext;
