using System.Reflection;

namespace Cake.Frosting;

/// <summary>Finds out which methods of its base class a task replaces.</summary>
internal static class TaskMethods
{
    public static bool Overrides(Type task, string method, Type baseClass) =>
        task.GetMethods(BindingFlags.Instance | BindingFlags.Public)
            .Where(candidate => candidate.Name == method)
            .Any(candidate => candidate.GetBaseDefinition().DeclaringType == baseClass && candidate.DeclaringType != baseClass);
}
