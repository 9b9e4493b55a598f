namespace AwsSsoCredentials.Config;

/// <summary>One section as it stands in a file.</summary>
/// <param name="Text">The text between the brackets, trimmed.</param>
/// <param name="Line">The line number of its header.</param>
/// <param name="Defect">What is wrong with the header, so that the section belongs to nobody; null when nothing is.</param>
internal sealed record ConfigBlock(string Text, int Line, ConfigDefect? Defect = null)
{
    /// <summary>Gets its settings, in order.</summary>
    public List<ConfigProperty> Properties { get; } = [];

    /// <summary>Gets the lines of it that are no settings.</summary>
    public List<ConfigDefect> Defects { get; } = [];

    /// <summary>A section may hold secrets: only its header is shown.</summary>
    /// <returns>The header.</returns>
    public override string ToString() => $"[{Text}], line {Line}";
}
