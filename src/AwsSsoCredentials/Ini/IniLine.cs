using System.Text;

namespace AwsSsoCredentials.Ini;

/// <summary>One line of an INI file, with its exact bytes. Texts are decoded when they are asked for: most lines of a file never are.</summary>
/// <param name="number">The line number, from 1.</param>
/// <param name="kind">What the line is.</param>
/// <param name="raw">The bytes of the line, its line end included; a byte order mark is not part of it.</param>
/// <param name="problem">Of an invalid line: what is wrong with it, without quoting it. Else null.</param>
internal sealed class IniLine(int number, IniLineKind kind, ReadOnlyMemory<byte> raw, string? problem = null)
{
    private string? _name;

    /// <summary>Gets the line number, from 1.</summary>
    public int Number => number;

    /// <summary>Gets what the line is.</summary>
    public IniLineKind Kind => kind;

    /// <summary>Gets the bytes of the line, its line end included; a byte order mark is not part of it.</summary>
    public ReadOnlyMemory<byte> Raw => raw;

    /// <summary>Gets what is wrong with an invalid line, without quoting it. Else null.</summary>
    public string? Problem => problem;

    /// <summary>Gets, of a header, the text between the brackets, trimmed; of a property the key as written, trimmed. Else empty.</summary>
    public string Name => _name ??= Kind switch
    {
        IniLineKind.Header => Decode(IniText.Trim(Body[1..Body.IndexOf((byte)']')])),
        IniLineKind.Property => Decode(IniText.Trim(Body[..Body.IndexOf((byte)'=')])),
        _ => "",
    };

    /// <summary>Gets, of a property, the value, trimmed and without a trailing comment; of a continuation the trimmed text. Else empty.</summary>
    public string Value => Kind switch
    {
        IniLineKind.Property => Decode(IniText.WithoutComment(Body[(Body.IndexOf((byte)'=') + 1)..])),
        IniLineKind.Continuation => Decode(Body),
        _ => "",
    };

    /// <summary>
    /// Gets whether this is a header without its bracket. What stands below it, down to the next header, is no part of the section above: it
    /// was meant for another.
    /// </summary>
    public bool IsBrokenHeader => Kind == IniLineKind.Invalid && Body[0] == '[';

    /// <summary>Gets the line without its line end; bytes that are not UTF-8 show as U+FFFD.</summary>
    public string Text
    {
        get
        {
            // Not TrimEnd: it is generic, and compiled anew in each process.
            ReadOnlySpan<byte> line = Raw.Span;
            while (line is [.., (byte)'\r' or (byte)'\n'])
            {
                line = line[..^1];
            }

            return Decode(line);
        }
    }

    private ReadOnlySpan<byte> Body => IniText.Body(Raw.Span);

    /// <summary>A line may hold a secret: only its place and kind are shown.</summary>
    /// <returns>Number and kind.</returns>
    public override string ToString() => $"line {Number}: {Kind}";

    private static string Decode(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);
}
