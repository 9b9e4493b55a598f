using System.Text;
using System.Text.Unicode;
using AwsSsoCredentials.Ini;

namespace AwsSsoCredentials.Config;

/// <summary>
/// Turns the bytes of a file into a document, and says what is wrong with a line. Messages never quote a line: it may hold a secret.
/// </summary>
/// <param name="path">The path of the file, for messages.</param>
/// <param name="isCredentials">Whether it is the credentials file, where a header is a bare name.</param>
internal sealed class ConfigText(string path, bool isCredentials)
{
    private readonly string _example = isCredentials ? "[NAME]" : "[profile NAME]";

    /// <summary>Tells whether bytes are no text: not UTF-8, or with a NUL, which a crash leaves behind.</summary>
    /// <param name="bytes">The bytes of a file or a line.</param>
    /// <returns>True when they are not.</returns>
    public static bool IsBad(ReadOnlySpan<byte> bytes) => !Utf8.IsValid(bytes) || bytes.IndexOf((byte)0) >= 0;

    /// <summary>Parses a file.</summary>
    /// <param name="bytes">Its content.</param>
    /// <param name="isStrict">Whether it must have no invalid line and no byte that is not text.</param>
    /// <param name="hasBadBytes">Whether it has such bytes.</param>
    /// <returns>The document.</returns>
    /// <exception cref="SsoConfigurationException">It is no UTF-8 file at all; of a strict reading, any line of it is wrong.</exception>
    public IniDocument Parse(byte[] bytes, bool isStrict, out bool hasBadBytes)
    {
        hasBadBytes = IsBad(bytes);
        if (hasBadBytes && (isStrict || IsUtf16(bytes)))
        {
            throw new SsoConfigurationException($"{path} is not UTF-8 text ({DescribeBadBytes(bytes)}): save it as UTF-8.");
        }

        var document = IniDocument.Parse(bytes);
        return isStrict && document.Lines.FirstOrDefault(line => line.Kind == IniLineKind.Invalid) is { } invalid
            ? throw new SsoConfigurationException($"{path}, line {invalid.Number}: {Describe(invalid, invalid.Problem!)}")
            : document;
    }

    /// <summary>Says what is wrong with a line that is no setting, and what mends it.</summary>
    /// <param name="line">The line.</param>
    /// <param name="problem">What is wrong.</param>
    /// <returns>The message, to follow path and line number.</returns>
    public string Describe(IniLine line, string problem)
    {
        string text = line.Text.Trim();
        string remedy = text.StartsWith('[') ? $"Write the closing bracket, as in {_example}: until then what stands below it, down to the next header, belongs to nobody."
            : text.StartsWith('=') || text.StartsWith(':') ? "Write a name before the '='."
            : text.Contains('=', StringComparison.Ordinal) ? $"Write a header such as [default] or {_example} above it."
            : text.Contains(':', StringComparison.Ordinal) ? "Write 'name = value' with '=' instead of ':'."
            : "Write 'name = value', or begin the line with '#' to make it a comment.";
        return $"{problem}. {remedy}";
    }

    // The first character of a file is ASCII: its other byte gives UTF-16 without a mark away. NULs further down are no sign of it.
    private static bool IsUtf16(ReadOnlySpan<byte> bytes) => bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, not 0, ..] or [not 0, 0, not 0, 0, ..];

    private static string DescribeBadBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return "it looks like UTF-16";
        }

        int line = 1;
        while (Rune.DecodeFromUtf8(bytes, out Rune rune, out int length) == System.Buffers.OperationStatus.Done && rune.Value != 0)
        {
            line += rune.Value == '\n' ? 1 : 0;
            bytes = bytes[length..];
        }

        return $"line {line} has a byte that does not belong there";
    }
}
