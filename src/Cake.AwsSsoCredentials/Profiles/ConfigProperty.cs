namespace Cake.AwsSsoCredentials.Profiles;

/// <summary>One property of a section, with the place it came from.</summary>
/// <param name="Name">The key as written; compare it without regard to case.</param>
/// <param name="Value">The value; continuation lines are joined with line feeds, so a nested block begins with one.</param>
/// <param name="Path">The file.</param>
/// <param name="Line">The line number of the key.</param>
/// <param name="Header">The text between the brackets of its section.</param>
internal sealed record ConfigProperty(string Name, string Value, string Path, int Line, string Header)
{
    /// <summary>Gets the place for a message.</summary>
    public string Place => $"[{OneLine.Of(Header)}] of {Path}, line {Line}";

    /// <summary>Gets the <c>name = value</c> lines of a nested block; a line that is none of these is left out.</summary>
    /// <returns>The pairs in order.</returns>
    public IEnumerable<KeyValuePair<string, string>> NestedProperties()
    {
        if (!Value.StartsWith('\n'))
        {
            yield break;
        }

        foreach (string line in Value[1..].Split('\n'))
        {
            int equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                yield return new(line[..equals].Trim(' ', '\t'), line[(equals + 1)..].Trim(' ', '\t'));
            }
        }
    }

    /// <summary>A value may be a secret: only its place is shown.</summary>
    /// <returns>Key and place.</returns>
    public override string ToString() => $"{Name} ({Place})";
}
