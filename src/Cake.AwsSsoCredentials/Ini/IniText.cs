using System.Text;

namespace Cake.AwsSsoCredentials.Ini;

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
        new(0, IniLineKind.Property, Bytes(indent, $"{key} = {value}", lineEnd), key, value, null);

    /// <summary>Makes a header line.</summary>
    internal static IniLine Header(string name, ReadOnlySpan<byte> lineEnd) =>
        new(0, IniLineKind.Header, Bytes([], $"[{name}]", lineEnd), name, "", null);

    /// <summary>Makes a blank line.</summary>
    internal static IniLine Blank(ReadOnlySpan<byte> lineEnd) => new(0, IniLineKind.Blank, lineEnd.ToArray(), "", "", null);

    /// <summary>Gives a line other bytes in front or behind.</summary>
    internal static IniLine With(IniLine line, ReadOnlySpan<byte> indent, ReadOnlySpan<byte> lineEnd)
    {
        ReadOnlySpan<byte> body = line.Raw.Span[Indent(line)..];
        return line with { Raw = (byte[])[.. indent, .. body[..^LineEnd(line).Length], .. lineEnd] };
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

    /// <summary>Counts the blanks and tabs at the beginning of a line.</summary>
    internal static int Indent(ReadOnlySpan<byte> raw)
    {
        int count = 0;
        while (count < raw.Length && raw[count] is (byte)' ' or (byte)'\t')
        {
            count++;
        }

        return count;
    }

    private static byte[] Bytes(ReadOnlySpan<byte> before, string text, ReadOnlySpan<byte> after) =>
        [.. before, .. Encoding.UTF8.GetBytes(text), .. after];
}
