namespace AwsSsoCredentials.Ini;

/// <summary>
/// A lossless model of an INI file as AWS tools write it. Any bytes can be parsed, and rendering gives the same bytes back; what a
/// parser of the AWS SDKs would refuse is a line of kind <see cref="IniLineKind.Invalid"/>.
/// </summary>
/// <remarks>
/// The grammar is that of the cross-SDK specification, widened where botocore reads more: a property may be indented, and what is
/// indented deeper than its property continues it.
/// </remarks>
internal sealed class IniDocument
{
    private readonly List<IniLine> _lines;

    private IniDocument(bool hasByteOrderMark, List<IniLine> lines)
    {
        HasByteOrderMark = hasByteOrderMark;
        _lines = lines;
    }

    /// <summary>Gets whether the file begins with the UTF-8 byte order mark.</summary>
    public bool HasByteOrderMark { get; }

    /// <summary>Gets all lines, in order.</summary>
    public IReadOnlyList<IniLine> Lines => _lines;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Parses any bytes.</summary>
    /// <param name="bytes">The content of the file.</param>
    /// <returns>The document.</returns>
    public static IniDocument Parse(ReadOnlyMemory<byte> bytes)
    {
        bool mark = bytes.Span.StartsWith(ByteOrderMark);
        if (mark)
        {
            bytes = bytes[ByteOrderMark.Length..];
        }

        var lines = new List<IniLine>();
        int? openIndent = null; // of the property that a deeper line continues
        bool inSection = false;
        while (!bytes.IsEmpty)
        {
            int length = LineLength(bytes.Span);
            IniLine line = ParseLine(lines.Count + 1, bytes[..length], openIndent, inSection);
            if (line.Kind == IniLineKind.Header)
            {
                inSection = true;
                openIndent = null;
            }
            else if (line.Kind == IniLineKind.Property)
            {
                openIndent = IniText.Indent(line);
            }
            else if (line.IsBrokenHeader)
            {
                inSection = false;
                openIndent = null;
            }

            lines.Add(line);
            bytes = bytes[length..];
        }

        return new IniDocument(mark, lines);
    }

    /// <summary>
    /// Gets the sections in order; a repeated header gives a section each time. What stands below a broken header is in none.
    /// </summary>
    /// <returns>The sections.</returns>
    public IEnumerable<IniSection> Sections()
    {
        int end;
        for (int header = NextHeader(0, orBroken: false); header < _lines.Count; header = NextHeader(end, orBroken: false))
        {
            end = NextHeader(header + 1, orBroken: true);
            yield return new IniSection(_lines[header], _lines.GetRange(header + 1, end - header - 1));
        }
    }

    /// <summary>Gives the bytes of the document.</summary>
    /// <returns>The content of the file.</returns>
    public byte[] Render() => Render(HasByteOrderMark, _lines, default);

    /// <summary>Gives the bytes of lines.</summary>
    /// <param name="hasByteOrderMark">Whether the byte order mark stands before them.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="lineEnd">What is put behind a line without a line end that has another below it.</param>
    /// <returns>The content of the file.</returns>
    internal static byte[] Render(bool hasByteOrderMark, List<IniLine> lines, ReadOnlySpan<byte> lineEnd)
    {
        // Exactly as long as needed: a buffer that grows would copy the file again and again.
        byte[] content = new byte[Write([], hasByteOrderMark, lines, lineEnd)];
        Write(content, hasByteOrderMark, lines, lineEnd);
        return content;
    }

    // Into nothing it only measures.
    private static int Write(Span<byte> content, bool hasByteOrderMark, List<IniLine> lines, ReadOnlySpan<byte> lineEnd)
    {
        int length = 0;
        Add(hasByteOrderMark ? ByteOrderMark : [], content, ref length);
        for (int i = 0; i < lines.Count; i++)
        {
            bool followsCarriageReturn = i > 0 && lines[i - 1].Raw.Span is [.., (byte)'\r'];
            Add(followsCarriageReturn && lines[i].Raw.Span is [(byte)'\n', ..] ? "\r"u8 : [], content, ref length); // else both would be one line end
            Add(lines[i].Raw.Span, content, ref length);
            if (i + 1 < lines.Count && IniText.LineEnd(lines[i]).IsEmpty)
            {
                Add(lineEnd, content, ref length);
            }
        }

        return length;

        static void Add(ReadOnlySpan<byte> bytes, Span<byte> content, ref int length)
        {
            if (!content.IsEmpty)
            {
                bytes.CopyTo(content[length..]);
            }

            length += bytes.Length;
        }
    }

    private int NextHeader(int from, bool orBroken)
    {
        for (int i = from; i < _lines.Count; i++)
        {
            IniLine line = _lines[i];
            if (line.Kind == IniLineKind.Header || (line.Kind == IniLineKind.Invalid && orBroken && line.IsBrokenHeader))
            {
                return i;
            }
        }

        return _lines.Count;
    }

    private static int LineLength(ReadOnlySpan<byte> bytes)
    {
        int end = bytes.IndexOfAny((byte)'\r', (byte)'\n');
        if (end < 0)
        {
            return bytes.Length;
        }

        bool pair = bytes[end] == '\r' && end + 1 < bytes.Length && bytes[end + 1] == '\n';
        return end + (pair ? 2 : 1);
    }

    // On the bytes: all that matters to the grammar is ASCII, which is never part of a longer UTF-8 sequence.
    private static IniLine ParseLine(int number, ReadOnlyMemory<byte> raw, int? openIndent, bool inSection)
    {
        ReadOnlySpan<byte> body = IniText.Body(raw.Span);
        if (body.IsEmpty)
        {
            return new IniLine(number, IniLineKind.Blank, raw);
        }

        if (body[0] is (byte)'#' or (byte)';')
        {
            return new IniLine(number, IniLineKind.Comment, raw);
        }

        int indent = IniText.Indent(raw.Span);
        if (indent > openIndent)
        {
            return new IniLine(number, IniLineKind.Continuation, raw);
        }

        if (body[0] == '[')
        {
            return body.IndexOf((byte)']') >= 0
                ? new IniLine(number, IniLineKind.Header, raw)
                : Invalid("Profile definition must end with ']'");
        }

        if (!inSection)
        {
            return Invalid("Expected a profile definition");
        }

        return body.IndexOf((byte)'=') switch
        {
            < 0 => Invalid(indent > 0
                ? "Expected a property definition, found continuation"
                : "Expected an '=' sign defining a property"),
            0 => Invalid("Property did not have a name"),
            _ => new IniLine(number, IniLineKind.Property, raw),
        };

        IniLine Invalid(string problem) => new(number, IniLineKind.Invalid, raw, problem);
    }
}
