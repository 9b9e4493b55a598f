namespace AwsSsoCredentials.Ini;

/// <summary>One section while it is edited: its header and the lines up to the next one.</summary>
internal sealed class IniBlock(IniLine header, List<IniLine> lines)
{
    /// <summary>Gets the header line.</summary>
    internal IniLine Header { get; } = header;

    /// <summary>Gets the lines below it.</summary>
    internal List<IniLine> Lines { get; set; } = lines;

    /// <summary>Gets the name between the brackets.</summary>
    internal string Name => Header.Name;

    /// <summary>Gets whether nothing but blank lines and comments is left.</summary>
    internal bool IsVacant => Lines.TrueForAll(line => line.Kind is IniLineKind.Blank or IniLineKind.Comment);

    /// <summary>Replaces the values of keys where they stand first; adds those that are missing behind the last property.</summary>
    /// <param name="properties">The keys and their new values.</param>
    /// <param name="lineEnd">The newline for lines that have no neighbour to take it from.</param>
    internal void Set(IReadOnlyList<KeyValuePair<string, string>> properties, ReadOnlySpan<byte> lineEnd)
    {
        var missing = new List<KeyValuePair<string, string>>();
        foreach (KeyValuePair<string, string> property in properties)
        {
            if (!Rewrite(property.Key, property.Value))
            {
                missing.Add(property);
            }
        }

        if (missing.Count == 0)
        {
            return;
        }

        // Behind the last property, but never in front of an indented line: to the cross-SDK specification it would continue what we add, be
        // it a comment.
        int last = Lines.FindLastIndex(line => line.Kind == IniLineKind.Property);
        int at = Lines.FindLastIndex(line => line.Kind != IniLineKind.Blank && IniText.Indent(line) > 0);
        at = Math.Max(at, last) + 1;
        IniLine neighbour = at == 0 ? Header : Lines[at - 1];
        ReadOnlySpan<byte> end = IniText.LineEnd(neighbour) is { Length: > 0 } own ? own : lineEnd;
        var added = new List<IniLine>();
        foreach ((string key, string value) in missing)
        {
            added.Add(IniText.Property([], key, value, end));
        }

        Lines.InsertRange(at, added);
    }

    /// <summary>Removes keys and what continues them.</summary>
    internal void Remove(IEnumerable<string> keys)
    {
        foreach (string key in keys)
        {
            Rewrite(key, null);
        }
    }

    /// <summary>Leaves of each repeated key, whatever its case, the last one, which is the one the cross-SDK specification goes by.</summary>
    /// <returns>The lines that were dropped.</returns>
    internal List<IniLine> Collapse()
    {
        var dropped = new List<IniLine>();
        var last = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        bool isRepeated = false;
        for (int i = 0; i < Lines.Count; i++)
        {
            if (Lines[i].Kind == IniLineKind.Property && !ContinuesForBotocore(i))
            {
                isRepeated |= last.ContainsKey(Lines[i].Name);
                last[Lines[i].Name] = i;
            }
        }

        if (!isRepeated)
        {
            return dropped;
        }

        var kept = new List<IniLine>(Lines.Count);
        for (int i = 0; i < Lines.Count;)
        {
            if (Lines[i].Kind == IniLineKind.Property && !ContinuesForBotocore(i) && last[Lines[i].Name] != i)
            {
                dropped.Add(Lines[i]);
                i = CopyAfter(i, kept);
            }
            else
            {
                kept.Add(Lines[i++]);
            }
        }

        Lines = kept;
        return dropped;
    }

    /// <summary>Finds a continuation that the .NET SDK, which takes no notice of indentation, reads as a key that stands there twice.</summary>
    /// <returns>The line; null when there is none.</returns>
    internal IniLine? FindRepeatedContinuation()
    {
        var keys = Lines.Where(line => line.Kind == IniLineKind.Property).Select(line => line.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Lines.Where((line, i) => line.Kind == IniLineKind.Continuation && !IsNested(i) && !IsNestedToDotnet(i))
            .FirstOrDefault(line => line.Text.Split('=', 2) is [var key, _] && !keys.Add(key.Trim()));
    }

    // The first line that gives the key a value gets the new one; all others go.
    private bool Rewrite(string key, string? value)
    {
        if (!Lines.Exists(line => IniKeys.Names(line, key)))
        {
            return false;
        }

        bool written = false;
        var kept = new List<IniLine>(Lines.Count);
        for (int i = 0; i < Lines.Count;)
        {
            IniLine line = Lines[i];
            if (!IniKeys.Names(line, key) || IsNested(i))
            {
                kept.Add(line);
                i++;
                continue;
            }

            if (line.Kind == IniLineKind.Continuation || ContinuesForBotocore(i))
            {
                throw new IniEditException(
                    $"the indented {key} belongs to the key above it for some tools and stands for itself to others; remove it or its indentation",
                    line.Number);
            }

            if (value is not null && !written && !IsNestedToDotnet(i))
            {
                kept.Add(IniText.Property(line.Raw.Span[..IniText.Indent(line)], key, value, IniText.LineEnd(line)));
                written = true;
            }

            i = CopyAfter(i, kept);
        }

        Lines = kept;
        return written;
    }

    // To the .NET SDK a key with an empty value takes all indented lines below it, however deep they and it stand.
    private bool IsNestedToDotnet(int index)
    {
        for (int i = index; i >= 0 && (IniText.Indent(Lines[i]) > 0 || Lines[i].Kind is IniLineKind.Blank or IniLineKind.Comment); i--)
        {
            if (i < index && Lines[i].Kind == IniLineKind.Property && Lines[i].Value.Length == 0)
            {
                return true;
            }
        }

        return false;
    }

    // `key : value` is no property to us, but to botocore it is one, which a deeper line continues.
    private bool ContinuesForBotocore(int index)
    {
        int indent = IniText.Indent(Lines[index]);
        int above = indent == 0 || index == 0 ? -1 : Lines.FindLastIndex(
            index - 1, line => line.Kind is not (IniLineKind.Blank or IniLineKind.Comment) && IniText.Indent(line) < indent);
        return above >= 0 && Lines[above].Kind == IniLineKind.Invalid;
    }

    // Lines of a nested block (`s3 =` and deeper lines) are keys to nobody.
    private bool IsNested(int index)
    {
        if (Lines[index].Kind != IniLineKind.Continuation)
        {
            return false;
        }

        int parent = Lines.FindLastIndex(index, line => line.Kind is IniLineKind.Property or IniLineKind.Invalid);
        return parent >= 0 && Lines[parent] is { Kind: IniLineKind.Property, Value.Length: 0 };
    }

    // Leaves out the deeper lines that continue a key; keeps the comments between them, no deeper than the key: to the cross-SDK specification
    // an indented comment would be part of the value above it.
    private int CopyAfter(int index, List<IniLine> kept)
    {
        int indent = IniText.Indent(Lines[index]);
        ReadOnlySpan<byte> indentation = Lines[index].Raw.Span[..indent];
        int end = index + 1;
        for (int i = index + 1; i < Lines.Count; i++)
        {
            if (Lines[i].Kind is not (IniLineKind.Blank or IniLineKind.Comment))
            {
                if (IniText.Indent(Lines[i]) <= indent)
                {
                    break;
                }

                end = i + 1;
            }
            else if (Lines[i].Kind == IniLineKind.Comment && IniText.Indent(Lines[i]) > indent)
            {
                end = i + 1;
            }
        }

        for (int i = index + 1; i < end; i++)
        {
            IniLine line = Lines[i];
            if (line.Kind == IniLineKind.Comment && IniText.Indent(line) > indent)
            {
                kept.Add(IniText.With(line, indentation, IniText.LineEnd(line)));
            }
            else if (line.Kind is IniLineKind.Blank or IniLineKind.Comment)
            {
                kept.Add(line);
            }
        }

        return end;
    }
}
