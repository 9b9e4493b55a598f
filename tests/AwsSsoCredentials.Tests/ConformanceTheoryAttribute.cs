namespace AwsSsoCredentials.Tests;

/// <summary>A theory on <see cref="Conformance"/> data, skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ConformanceTheoryAttribute : TheoryAttribute
{
    public ConformanceTheoryAttribute() => Skip = Conformance.SkipReason;
}
