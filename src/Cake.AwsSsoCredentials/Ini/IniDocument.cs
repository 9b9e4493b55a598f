using System.Text;

namespace Cake.AwsSsoCredentials.Ini;

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
    private IniDocument(bool hasByteOrderMark, IReadOnlyList<IniLine> lines)
    {
        HasByteOrderMark = hasByteOrderMark;
        Lines = lines;
    }

    /// <summary>Gets whether the file begins with the UTF-8 byte order mark.</summary>
    public bool HasByteOrderMark { get; }

    /// <summary>Gets all lines, in order.</summary>
    public IReadOnlyList<IniLine> Lines { get; }

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

            lines.Add(line);
            bytes = bytes[length..];
        }

        return new IniDocument(mark, lines);
    }

    /// <summary>Gets the sections in order; a repeated header gives a section each time.</summary>
    /// <returns>The sections.</returns>
    public IEnumerable<IniSection> Sections()
    {
        IniLine? header = null;
        var body = new List<IniLine>();
        foreach (IniLine line in Lines)
        {
            if (line.Kind == IniLineKind.Header)
            {
                if (header is not null)
                {
                    yield return new IniSection(header, body);
                }

                header = line;
                body = [];
            }
            else
            {
                body.Add(line);
            }
        }

        if (header is not null)
        {
            yield return new IniSection(header, body);
        }
    }

    /// <summary>Gives the bytes of the document.</summary>
    /// <returns>The content of the file.</returns>
    public byte[] Render()
    {
        using var stream = new MemoryStream();
        if (HasByteOrderMark)
        {
            stream.Write(ByteOrderMark);
        }

        foreach (IniLine line in Lines)
        {
            stream.Write(line.Raw.Span);
        }

        return stream.ToArray();
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

    private static IniLine ParseLine(int number, ReadOnlyMemory<byte> raw, int? openIndent, bool inSection)
    {
        // By bytes: all signs are ASCII, and of a long file only names and values become strings.
        ReadOnlySpan<byte> trimmed = Trim(raw.Span);
        int ownIndent = IniText.Indent(raw.Span);
        if (trimmed.Length == 0)
        {
            return new IniLine(number, IniLineKind.Blank, raw, "", "", null);
        }

        if (trimmed[0] is (byte)'#' or (byte)';')
        {
            return new IniLine(number, IniLineKind.Comment, raw, "", "", null);
        }

        if (openIndent is { } indent && ownIndent > indent)
        {
            return new IniLine(number, IniLineKind.Continuation, raw, "", Encoding.UTF8.GetString(trimmed), null);
        }

        if (trimmed[0] == '[')
        {
            int end = trimmed.IndexOf((byte)']');
            return end < 0
                ? Invalid("Profile definition must end with ']'")
                : new IniLine(number, IniLineKind.Header, raw, Encoding.UTF8.GetString(Trim(trimmed[1..end])), "", null);
        }

        if (!inSection)
        {
            return Invalid("Expected a profile definition");
        }

        int equals = trimmed.IndexOf((byte)'=');
        if (equals < 0)
        {
            return Invalid(ownIndent > 0
                ? "Expected a property definition, found continuation"
                : "Expected an '=' sign defining a property");
        }

        ReadOnlySpan<byte> key = Trim(trimmed[..equals]);
        return key.Length == 0
            ? Invalid("Property did not have a name")
            : new IniLine(
                number, IniLineKind.Property, raw, Encoding.UTF8.GetString(key), Encoding.UTF8.GetString(WithoutComment(trimmed[(equals + 1)..])), null);

        IniLine Invalid(string problem) => new(number, IniLineKind.Invalid, raw, "", "", problem);
    }

    // The trimming of MemoryExtensions would have to be compiled in every process.
    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        int start = IniText.Indent(text);
        int end = text.Length;
        while (end > start && text[end - 1] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            end--;
        }

        return text[start..end];
    }

    // A comment needs a blank before it: `https://x/start#/` is a value.
    private static ReadOnlySpan<byte> WithoutComment(ReadOnlySpan<byte> value)
    {
        for (int i = 1; i < value.Length; i++)
        {
            if (value[i] is (byte)'#' or (byte)';' && value[i - 1] is (byte)' ' or (byte)'\t')
            {
                return Trim(value[..i]);
            }
        }

        return Trim(value);
    }
}
