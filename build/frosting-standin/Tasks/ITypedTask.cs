namespace Cake.Frosting;

/// <summary>What the two base classes tell the host about themselves.</summary>
internal interface ITypedTask
{
    /// <summary>Gets the type of context the task wants.</summary>
    Type ContextType { get; }

    /// <summary>Tells whether the task has an implementation of its own, instead of the empty one of the base class.</summary>
    /// <param name="method">The name of the method.</param>
    bool Implements(string method);
}
