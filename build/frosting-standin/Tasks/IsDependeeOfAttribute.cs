namespace Cake.Frosting;

/// <summary>Makes a task run before another one that does not know of it.</summary>
/// <param name="task">The type of the task that runs later.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class IsDependeeOfAttribute(Type task) : Attribute
{
    /// <summary>Gets the type of the task that runs later.</summary>
    public Type Task { get; } = task;
}
