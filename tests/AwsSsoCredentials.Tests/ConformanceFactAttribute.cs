namespace AwsSsoCredentials.Tests;

/// <summary>A fact on <see cref="Conformance"/> data, skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ConformanceFactAttribute : FactAttribute
{
    public ConformanceFactAttribute() => Skip = Conformance.SkipReason;
}
