using System.Text;

namespace Cake.AwsSsoCredentials.Ini;

/// <summary>One line of an INI file, with its exact bytes.</summary>
/// <param name="Number">The line number, from 1.</param>
/// <param name="Kind">What the line is.</param>
/// <param name="Raw">The bytes of the line, its line end included; a byte order mark is not part of it.</param>
/// <param name="Name">Of a header: the text between the brackets, trimmed. Of a property: the key as written, trimmed. Else empty.</param>
/// <param name="Value">Of a property: the value, trimmed and without a trailing comment. Of a continuation: the trimmed text. Else empty.</param>
/// <param name="Problem">Of an invalid line: what is wrong with it, without quoting it. Else null.</param>
internal sealed record IniLine(int Number, IniLineKind Kind, ReadOnlyMemory<byte> Raw, string Name, string Value, string? Problem)
{
    /// <summary>Gets the line without its line end; bytes that are not UTF-8 show as U+FFFD.</summary>
    public string Text => Encoding.UTF8.GetString(Raw.Span).TrimEnd('\r', '\n');

    /// <summary>A line may hold a secret: only its place and kind are shown.</summary>
    /// <returns>Number and kind.</returns>
    public override string ToString() => $"line {Number}: {Kind}";
}
