namespace AwsSsoCredentials.Ini;

/// <summary>A header and the lines up to the next one.</summary>
/// <param name="Header">The header line.</param>
/// <param name="Lines">The lines below it.</param>
internal sealed record IniSection(IniLine Header, IReadOnlyList<IniLine> Lines)
{
    /// <summary>Gets the text between the brackets, trimmed.</summary>
    public string Name => Header.Name;

    /// <summary>A section may hold secrets: only its name is shown.</summary>
    /// <returns>The header.</returns>
    public override string ToString() => $"[{Name}]";
}
