using System.Text;

namespace AwsSsoCredentials.Ini;

/// <summary>
/// What a line means to readers other than ours: botocore's <c>configparser</c> takes <c>:</c> for <c>=</c>, the .NET SDK takes no notice of
/// indentation, and both trim more than blanks and tabs. An edit must leave no second key or header for any of them.
/// </summary>
internal static class IniKeys
{
    /// <summary>Whether a line gives this key a value in the eyes of any reader, were it not indented.</summary>
    internal static bool Names(IniLine line, string key)
    {
        if (line.Kind is IniLineKind.Blank or IniLineKind.Comment or IniLineKind.Header)
        {
            return false;
        }

        ReadOnlySpan<byte> raw = line.Raw.Span;
        return Is(raw, raw.IndexOf((byte)'='), key) || Is(raw, raw.IndexOfAny((byte)'=', (byte)':'), key);
    }

    /// <summary>Reads a property, also one that is separated by <c>:</c>.</summary>
    /// <returns>Key and value, trimmed; null when the line is none.</returns>
    internal static (string Key, string Value)? Property(IniLine line)
    {
        if (line.Kind is not (IniLineKind.Property or IniLineKind.Invalid))
        {
            return null;
        }

        ReadOnlySpan<byte> raw = line.Raw.Span;
        int end = raw.IndexOfAny((byte)'=', (byte)':');
        if (end > 0 && raw[end] == ':')
        {
            return (Encoding.UTF8.GetString(raw[..end]).Trim(), Encoding.UTF8.GetString(raw[(end + 1)..]).Trim());
        }

        return line.Kind == IniLineKind.Property ? (line.Name, line.Value) : null;
    }

    /// <summary>Gets all that stands behind the separator of a property, trimmed: botocore and the .NET SDK cut no comment off.</summary>
    internal static string WholeValue(IniLine line)
    {
        ReadOnlySpan<byte> raw = line.Raw.Span;
        return Encoding.UTF8.GetString(raw[(raw.IndexOfAny((byte)'=', (byte)':') + 1)..]).Trim();
    }

    /// <summary>Gets the name between the brackets of a line that some reader takes for a header and ours does not.</summary>
    /// <returns>The name; null when the line is no such line.</returns>
    internal static string? HiddenHeader(IniLine line)
    {
        if (line.Kind is not (IniLineKind.Continuation or IniLineKind.Invalid))
        {
            return null;
        }

        // Where two files were joined the byte order mark of the second stands before its first header.
        string text = InvisibleCharacters.TrimStart(line.Text).TrimEnd();
        int end = text.IndexOf(']', StringComparison.Ordinal);
        return text.StartsWith('[') && end > 0 ? text[1..end].Trim() : null;
    }

    /// <summary>Gets the name that a header without its bracket was probably meant to have.</summary>
    internal static string BrokenName(IniLine broken)
    {
        string text = broken.Text.Trim().TrimStart('[');
        int comment = text.AsSpan().IndexOfAny('#', ';');
        return (comment < 0 ? text : text[..comment]).Trim();
    }

    /// <summary>Whether readers disagree where the name of a header ends: ours at the first bracket, botocore and the .NET SDK at the last.</summary>
    internal static bool IsAmbiguous(IniLine header)
    {
        string text = header.Text;
        return text.IndexOf(']', StringComparison.Ordinal) != text.LastIndexOf(']');
    }

    private static bool Is(ReadOnlySpan<byte> raw, int end, string key) =>
        end > 0 && Encoding.UTF8.GetString(raw[..end]).AsSpan().Trim().Equals(key, StringComparison.OrdinalIgnoreCase);
}
