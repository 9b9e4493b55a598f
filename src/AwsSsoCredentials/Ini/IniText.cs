using System.Text;

namespace AwsSsoCredentials.Ini;

/// <summary>The texts that every known reader gives back exactly as they were written, and the lines made of them.</summary>
internal static class IniText
{
    /// <summary>Finds out why a text must not be written as a section name or value.</summary>
    /// <param name="text">The text; never quoted in the answer.</param>
    /// <returns>What is wrong with it, to follow "it …"; null when nothing is.</returns>
    internal static string? Problem(string text)
    {
        if (text.Length == 0)
        {
            return "is empty";
        }

        if (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]))
        {
            return "begins or ends with a blank";
        }

        if (text[0] is '#' or ';')
        {
            return "begins with a comment sign";
        }

        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is '\r' or '\n' or '\u2028' or '\u2029')
            {
                return "contains a line break";
            }

            if (char.IsControl(c))
            {
                return "contains a control character";
            }

            if (c == ']')
            {
                return "contains ']'";
            }

            if (c is '#' or ';' && char.IsWhiteSpace(text[i - 1]))
            {
                return "contains a comment sign after a blank, where some readers cut it off";
            }

            if (char.IsSurrogate(c))
            {
                if (!char.IsSurrogatePair(text, i))
                {
                    return "is not valid Unicode";
                }

                i++;
            }
        }

        return null;
    }

    /// <summary>Makes a property line.</summary>
    internal static IniLine Property(ReadOnlySpan<byte> indent, string key, string value, ReadOnlySpan<byte> lineEnd) =>
        new(0, IniLineKind.Property, Bytes(indent, $"{key} = {value}", lineEnd));

    /// <summary>Makes a header line.</summary>
    internal static IniLine Header(string name, ReadOnlySpan<byte> lineEnd) => new(0, IniLineKind.Header, Bytes([], $"[{name}]", lineEnd));

    /// <summary>Makes a blank line.</summary>
    internal static IniLine Blank(ReadOnlySpan<byte> lineEnd) => new(0, IniLineKind.Blank, lineEnd.ToArray());

    /// <summary>Gives a line other bytes in front or behind.</summary>
    internal static IniLine With(IniLine line, ReadOnlySpan<byte> indent, ReadOnlySpan<byte> lineEnd)
    {
        ReadOnlySpan<byte> body = line.Raw.Span[Indent(line)..];
        return new IniLine(line.Number, line.Kind, (byte[])[.. indent, .. body[..^LineEnd(line).Length], .. lineEnd], line.Problem);
    }

    /// <summary>Gets the line end of a line: CR, LF, both or none.</summary>
    internal static ReadOnlySpan<byte> LineEnd(IniLine line)
    {
        ReadOnlySpan<byte> raw = line.Raw.Span;
        int length = raw switch
        {
            [.., (byte)'\r', (byte)'\n'] => 2,
            [.., (byte)'\r' or (byte)'\n'] => 1,
            _ => 0,
        };
        return raw[^length..];
    }

    /// <summary>Gets the number of blanks and tabs that a line begins with.</summary>
    internal static int Indent(IniLine line) => Indent(line.Raw.Span);

    /// <inheritdoc cref="Indent(IniLine)"/>
    internal static int Indent(ReadOnlySpan<byte> line)
    {
        int count = 0;
        while (count < line.Length && line[count] is (byte)' ' or (byte)'\t')
        {
            count++;
        }

        return count;
    }

    /// <summary>Gets what stands between the blanks of a line, without its line end.</summary>
    internal static ReadOnlySpan<byte> Body(ReadOnlySpan<byte> line)
    {
        int end = line.Length;
        while (end > 0 && line[end - 1] is (byte)'\r' or (byte)'\n')
        {
            end--;
        }

        return Trim(line[..end]);
    }

    /// <summary>Cuts blanks and tabs off both ends, and nothing else.</summary>
    /// <remarks>By hand: the trimming of the framework would have to be compiled in every process that reads one profile.</remarks>
    internal static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        int start = Indent(text);
        int end = text.Length;
        while (end > start && text[end - 1] is (byte)' ' or (byte)'\t')
        {
            end--;
        }

        return text[start..end];
    }

    /// <summary>Cuts a trailing comment off a value. It needs a blank before it: <c>https://x/start#/</c> is a value.</summary>
    internal static ReadOnlySpan<byte> WithoutComment(ReadOnlySpan<byte> value)
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

    private static byte[] Bytes(ReadOnlySpan<byte> before, string text, ReadOnlySpan<byte> after) =>
        [.. before, .. Encoding.UTF8.GetBytes(text), .. after];
}
