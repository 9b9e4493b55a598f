namespace Cake.Frosting;

/// <summary>Lets another task run first.</summary>
/// <param name="task">The type of that task.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class IsDependentOnAttribute(Type task) : Attribute
{
    /// <summary>Gets the type of the task that runs first.</summary>
    public Type Task { get; } = task;
}
