namespace AwsSsoCredentials.Config;

/// <summary>One property of a section, with the place it came from.</summary>
/// <param name="Name">The key as written; compare it without regard to case.</param>
/// <param name="Value">The value; continuation lines are joined with line feeds, so a nested block begins with one.</param>
/// <param name="Path">The file.</param>
/// <param name="Line">The line number of the key.</param>
/// <param name="Header">The text between the brackets of its section.</param>
internal sealed record ConfigProperty(string Name, string Value, string Path, int Line, string Header)
{
    /// <summary>Gets the property of the config file in whose place this one of the credentials file counts; null when there is none.</summary>
    public ConfigProperty? Replaced { get; init; }

    /// <summary>Gets the place for a message.</summary>
    public string Place => $"[{OneLine.Of(Header)}] of {Path}, line {Line}";

    /// <summary>Reads the value as a nested block of <c>name = value</c> lines.</summary>
    /// <returns>The pairs in order; null when the value is no such block.</returns>
    public IReadOnlyList<KeyValuePair<string, string>>? ReadNested()
    {
        if (!Value.StartsWith('\n'))
        {
            return null;
        }

        var pairs = new List<KeyValuePair<string, string>>();
        foreach (string line in Value[1..].Split('\n'))
        {
            int equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                return null;
            }

            pairs.Add(new(line[..equals].Trim(' ', '\t'), line[(equals + 1)..].Trim(' ', '\t')));
        }

        return pairs;
    }

    /// <summary>A value may be a secret: only its place is shown.</summary>
    /// <returns>Key and place.</returns>
    public override string ToString() => $"{Name} ({Place})";
}
