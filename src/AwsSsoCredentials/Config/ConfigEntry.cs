namespace AwsSsoCredentials.Config;

/// <summary>One <c>name = value</c> of a section, with what continues it.</summary>
/// <param name="Name">The key as written.</param>
/// <param name="Value">The value; continuation lines are joined with line feeds.</param>
/// <param name="Line">The line number of the key.</param>
internal sealed record ConfigEntry(string Name, string Value, int Line)
{
    /// <summary>A value may be a secret: only its place is shown.</summary>
    /// <returns>Key and line.</returns>
    public override string ToString() => $"{Name}, line {Line}";
}
