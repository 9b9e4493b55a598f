using Cake.Core;
using Cake.Core.Annotations;

namespace EmptyAddIn;

/// <summary>The least that is an add-in.</summary>
[CakeAliasCategory("Empty")]
public static class EmptyAliases
{
    /// <summary>Does nothing.</summary>
    /// <param name="context">The Cake context.</param>
    [CakeMethodAlias]
    public static void DoNothing(this ICakeContext context) => ArgumentNullException.ThrowIfNull(context);
}
