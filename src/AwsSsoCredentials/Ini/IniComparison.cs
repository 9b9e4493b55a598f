namespace AwsSsoCredentials.Ini;

/// <summary>Compares what sections say.</summary>
internal static class IniComparison
{
    /// <summary>Whether two sections hold the same lines, apart from blank lines and comments and from the newline of a last line.</summary>
    internal static bool SaysTheSame(IniSection before, IniSection after) =>
        before.Name == after.Name && Meant(before).SequenceEqual(Meant(after), SameText.Instance);

    /// <summary>Whether a section holds each of these properties once, with this value and nothing that continues it.</summary>
    internal static bool Says(IniSection section, IReadOnlyList<KeyValuePair<string, string>> properties)
    {
        List<IniLine> lines = [.. Meant(section)];
        foreach ((string key, string value) in properties)
        {
            int at = lines.FindIndex(line => line.Kind == IniLineKind.Property && line.Name.Equals(key, StringComparison.OrdinalIgnoreCase));
            bool continued = at + 1 < lines.Count && lines[at + 1].Kind == IniLineKind.Continuation;
            if (at < 0 || continued || lines[at].Value != value
                || lines.FindIndex(at + 1, line => line.Kind == IniLineKind.Property && line.Name.Equals(key, StringComparison.OrdinalIgnoreCase)) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<IniLine> Meant(IniSection section) =>
        section.Lines.Where(line => line.Kind is not (IniLineKind.Blank or IniLineKind.Comment));

    private sealed class SameText : IEqualityComparer<IniLine>
    {
        internal static readonly SameText Instance = new();

        public bool Equals(IniLine? x, IniLine? y) => x!.Kind == y!.Kind
            && x.Raw.Span.TrimEnd("\r\n"u8).SequenceEqual(y.Raw.Span.TrimEnd("\r\n"u8));

        public int GetHashCode(IniLine line) => line.Raw.Length;
    }
}
