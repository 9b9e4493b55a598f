using System.Text;
using System.Text.Unicode;
using AwsSsoCredentials.Ini;

namespace AwsSsoCredentials.Config;

/// <summary>
/// Turns the bytes of a file into a document, or says where and why that cannot be done. Messages never quote a line: it may hold a
/// secret.
/// </summary>
internal static class ConfigText
{
    /// <summary>Parses a file.</summary>
    /// <param name="path">Its path, for messages.</param>
    /// <param name="bytes">Its content.</param>
    /// <returns>A document without invalid lines.</returns>
    /// <exception cref="SsoConfigurationException">It is not UTF-8 or has a syntax error.</exception>
    public static IniDocument Parse(string path, byte[] bytes)
    {
        // A NUL is valid UTF-8, but stands only in UTF-16 without a mark and in files that a crash has damaged.
        if (!Utf8.IsValid(bytes) || Array.IndexOf(bytes, (byte)0) >= 0)
        {
            throw new SsoConfigurationException($"{path} is not UTF-8 text ({DescribeBadBytes(bytes)}): save it as UTF-8.");
        }

        var document = IniDocument.Parse(bytes);
        IniLine? invalid = document.Lines.FirstOrDefault(line => line.Kind == IniLineKind.Invalid);
        return invalid is null
            ? document
            : throw new SsoConfigurationException($"{path}, line {invalid.Number}: {invalid.Problem}. {Remedy(invalid)}");
    }

    private static string Remedy(IniLine line)
    {
        string text = line.Text.Trim(' ', '\t');
        if (text.StartsWith('['))
        {
            return "Write the closing bracket, as in [profile NAME].";
        }

        if (text.StartsWith('='))
        {
            return "Write a name before the '='.";
        }

        if (text.Contains('=', StringComparison.Ordinal))
        {
            return "Write a header such as [default] or [profile NAME] above it.";
        }

        return text.Contains(':', StringComparison.Ordinal)
            ? "Write 'name = value' with '=' instead of ':'."
            : "Write 'name = value', or begin the line with '#' to make it a comment.";
    }

    private static string DescribeBadBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
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
