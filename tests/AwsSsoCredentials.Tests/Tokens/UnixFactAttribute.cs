namespace AwsSsoCredentials.Tests.Tokens;

/// <summary>A fact about modes of files, skipped where there are none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "Windows has no modes." : null;
}
