namespace AwsSsoCredentials.Ini;

/// <summary>
/// Edits single sections of a document; every other byte stays. The time of an edit goes with the size of its section, not of the document.
/// </summary>
/// <remarks>The result is parsed again and compared: an edit that would change what another section holds is refused, not made.</remarks>
internal sealed class IniEditor
{
    private static readonly byte[] LineFeed = [(byte)'\n'];

    private readonly IniDocument _document;
    private readonly List<IniLine> _preamble = [];
    private readonly List<IniBlock> _blocks = [];
    private readonly Dictionary<string, List<IniBlock>> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _hiddenHeaders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _brokenHeaders = new(StringComparer.Ordinal);
    private readonly HashSet<IniBlock> _removed = [];
    private readonly HashSet<IniBlock> _merged = [];
    private readonly Dictionary<string, IReadOnlyList<KeyValuePair<string, string>>> _expected = new(StringComparer.Ordinal);
    private readonly HashSet<string> _touched = new(StringComparer.Ordinal);
    private readonly List<IniLine> _dropped = [];
    private readonly byte[] _lineEnd;

    /// <summary>Begins to edit.</summary>
    /// <param name="document">The document; it stays as it is.</param>
    public IniEditor(IniDocument document)
    {
        _document = document;
        _lineEnd = document.Lines.Count > 0 && IniText.LineEnd(document.Lines[0]) is { Length: > 0 } own ? own.ToArray() : LineFeed;
        List<IniLine> lines = _preamble;
        IniLine? above = null;
        foreach (IniLine line in document.Lines)
        {
            if (line.Kind == IniLineKind.Header)
            {
                // `key : value` is no property to us, but botocore lets a deeper line continue it.
                if (above?.Kind == IniLineKind.Invalid && IniText.Indent(line) > IniText.Indent(above))
                {
                    _hiddenHeaders.TryAdd(line.Name, line.Number);
                }

                above = line;
                lines = [];
                Add(new IniBlock(line, lines));
                continue;
            }

            above = line.Kind is IniLineKind.Blank or IniLineKind.Comment ? above : line;
            if (line.IsBrokenHeader)
            {
                // A block of its own that no name finds: what stands below it is neither the section's above nor of any other.
                _brokenHeaders.TryAdd(IniKeys.BrokenName(line), line.Number);
                lines = [];
                _blocks.Add(new IniBlock(line, lines));
                continue;
            }

            lines.Add(line);
            if (IniKeys.HiddenHeader(line) is { } hidden)
            {
                _hiddenHeaders.TryAdd(hidden, line.Number);
            }
        }
    }

    /// <summary>Gets the lines that had to go because their key stood again further down.</summary>
    public IReadOnlyList<IniLine> Dropped => _dropped;

    /// <summary>Gives a section these properties; it is added at the end when there is none. Repeated sections and keys end as one.</summary>
    /// <param name="section">The name of the section.</param>
    /// <param name="properties">The keys, in the order in which new ones are added, and their values.</param>
    /// <param name="stale">Keys that must not stay.</param>
    /// <exception cref="IniEditException">A text or a line stands in the way.</exception>
    public void Set(string section, IReadOnlyList<KeyValuePair<string, string>> properties, IEnumerable<string> stale)
    {
        RefuseText("the section name", section);
        foreach ((string key, string value) in properties)
        {
            RefuseText($"the value of {key}", value);
        }

        RefuseLines(section);
        List<IniBlock> blocks = [.. Find(section)];
        List<IniLine> lines = [.. blocks.SelectMany(block => block.Lines)];

        // On a copy: an edit that is refused half-way must leave nothing behind.
        var edited = new IniBlock(blocks.Count == 0 ? IniText.Header(section, _lineEnd) : blocks[0].Header, lines);
        edited.Remove(stale);
        edited.Set(properties, _lineEnd);
        List<IniLine> dropped = edited.Collapse();
        if (edited.FindRepeatedContinuation() is { } repeated)
        {
            throw new IniEditException(
                "the indented line continues the key above it for some tools and repeats a key for others, which then ignore the whole profile; remove it",
                repeated.Number);
        }

        _dropped.AddRange(dropped);
        IniBlock first = blocks.Count == 0 ? Append(section) : blocks[0];
        first.Lines = edited.Lines;
        foreach (IniBlock later in blocks.Skip(1))
        {
            later.Lines.Clear();
            _merged.Add(later);
        }

        _touched.Add(section);
        _expected[section] = properties;
    }

    /// <summary>Removes keys from all sections of a name, and a header that is left with nothing but blank lines and comments.</summary>
    /// <param name="section">The name of the section.</param>
    /// <param name="keys">The keys.</param>
    /// <exception cref="IniEditException">A line stands in the way.</exception>
    public void RemoveKeys(string section, IReadOnlyList<string> keys)
    {
        RefuseLines(section);
        var edited = new List<(IniBlock Block, List<IniLine> Lines)>();
        foreach (IniBlock block in Find(section))
        {
            var copy = new IniBlock(block.Header, block.Lines);
            copy.Remove(keys);
            edited.Add((block, copy.Lines));
        }

        _touched.Add(section);
        foreach ((IniBlock block, List<IniLine> lines) in edited)
        {
            block.Lines = lines;
            if (block.IsVacant)
            {
                _removed.Add(block);
            }
        }
    }

    /// <summary>Removes all sections of a name; comments and blank lines behind their last property stay, for they belong to what follows.</summary>
    /// <param name="section">The name of the section.</param>
    /// <exception cref="IniEditException">A line stands in the way.</exception>
    public void RemoveSection(string section)
    {
        RefuseLines(section);
        _touched.Add(section);
        foreach (IniBlock block in Find(section).ToList())
        {
            int last = block.Lines.FindLastIndex(line => line.Kind is not (IniLineKind.Blank or IniLineKind.Comment));
            block.Lines.RemoveRange(0, last + 1);
            _removed.Add(block);
        }
    }

    /// <summary>Gives the edited document.</summary>
    /// <returns>The document.</returns>
    /// <exception cref="IniEditException">It would not say what it should.</exception>
    public IniDocument ToDocument()
    {
        var lines = new List<IniLine>(_document.Lines.Count);
        lines.AddRange(_preamble);
        foreach (IniBlock block in _blocks)
        {
            if (_merged.Contains(block))
            {
                continue;
            }

            if (!_removed.Contains(block))
            {
                lines.Add(block.Header);
                lines.AddRange(block.Lines);
                continue;
            }

            // The blank line that parted the section from the one above goes with it, unless something follows that needs it.
            bool isBlankBelow = block.Lines.Count == 0 ? block == _blocks[^1] : block.Lines[0].Kind == IniLineKind.Blank;
            bool isBlankAbove = lines.Count > 0 && lines[^1].Kind == IniLineKind.Blank;
            if (isBlankBelow && isBlankAbove)
            {
                lines.RemoveAt(lines.Count - 1);
            }

            bool isTop = lines.Count == 0 && block.Lines.Count > 0 && isBlankBelow;
            lines.AddRange(isTop ? block.Lines.Skip(1) : block.Lines);
        }

        IniDocument edited = IniDocument.Parse(IniDocument.Render(_document.HasByteOrderMark, lines, _lineEnd));
        RefuseSideEffects(lines, edited);
        return edited;
    }

    private void Add(IniBlock block)
    {
        _blocks.Add(block);
        if (!_byName.TryGetValue(block.Name, out List<IniBlock>? blocks))
        {
            _byName.Add(block.Name, blocks = []);
        }

        blocks.Add(block);
    }

    private IEnumerable<IniBlock> Find(string section) =>
        _byName.TryGetValue(section, out List<IniBlock>? blocks) ? blocks.Where(block => !_removed.Contains(block) && !_merged.Contains(block)) : [];

    private IniBlock Append(string section)
    {
        List<IniLine> above = _blocks.Count == 0 ? _preamble : _blocks[^1].Lines;
        bool atTop = _blocks.Count == 0 && _preamble.Count == 0;
        if (!atTop && (above.Count == 0 || above[^1].Kind != IniLineKind.Blank))
        {
            above.Add(IniText.Blank(_lineEnd));
        }

        var block = new IniBlock(IniText.Header(section, _lineEnd), []);
        Add(block);
        return block;
    }

    private static void RefuseText(string what, string text)
    {
        if (IniText.Problem(text) is { } problem)
        {
            throw new IniEditException($"{what} {problem}");
        }
    }

    private void RefuseLines(string section)
    {
        if (_brokenHeaders.TryGetValue(section, out int broken))
        {
            throw new IniEditException($"the header of [{section}] lacks its closing bracket, so that no tool knows what stands below it; add the ']'", broken);
        }

        if (_hiddenHeaders.TryGetValue(section, out int number))
        {
            throw new IniEditException(
                $"the indented header [{section}] begins a section for some tools and continues the key above it for others; remove its indentation", number);
        }

        if (Find(section).SelectMany(block => block.Lines).FirstOrDefault(line => IniKeys.HiddenHeader(line) is not null) is { } hidden)
        {
            throw new IniEditException(
                "an indented header continues the key above it for some tools and begins a section for others; remove its indentation", hidden.Number);
        }

        if (Find(section).FirstOrDefault(block => IniKeys.IsAmbiguous(block.Header)) is { } ambiguous)
        {
            throw new IniEditException($"the text behind [{section}] contains another ']', and tools disagree where the name ends; remove it", ambiguous.Header.Number);
        }
    }

    private void RefuseSideEffects(List<IniLine> lines, IniDocument edited)
    {
        using IEnumerator<IniSection> before = _document.Sections().Where(section => !_touched.Contains(section.Name)).GetEnumerator();
        var unseen = new HashSet<string>(_expected.Keys, StringComparer.Ordinal);
        bool asMeant = lines.Select(line => line.Kind).SequenceEqual(edited.Lines.Select(line => line.Kind));
        foreach (IniSection section in edited.Sections())
        {
            asMeant &= !_touched.Contains(section.Name)
                ? before.MoveNext() && IniComparison.SaysTheSame(before.Current, section)
                : !_expected.TryGetValue(section.Name, out IReadOnlyList<KeyValuePair<string, string>>? properties)
                    || (unseen.Remove(section.Name) && IniComparison.Says(section, properties));
        }

        if (!asMeant || before.MoveNext() || unseen.Count > 0)
        {
            throw new IniEditException(
                "lines are indented so that tools would disagree about the outcome; remove the indentation of headers and keys there");
        }
    }
}
