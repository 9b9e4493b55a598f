namespace Cake.Frosting;

/// <summary>Names a task; without it the name of its type counts.</summary>
/// <param name="name">The name, as the command line and other tasks use it.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TaskNameAttribute(string name) : Attribute
{
    /// <summary>Gets the name.</summary>
    public string Name { get; } = name;
}
