using System.Text;
using AwsSsoCredentials.Ini;

namespace AwsSsoCredentials.Config;

/// <summary>
/// Reads the lines of a file into sections. It reads what botocore reads (<c>name: value</c>, a header up to its last bracket, Unicode's
/// blanks), and where botocore gives the file up it notes the line and goes on; a strict reading knows the cross-SDK specification alone.
/// </summary>
/// <remarks>
/// What stands below a header that cannot be read belongs to nobody: were it added to the section above, one profile would get another's
/// settings.
/// </remarks>
internal sealed class ConfigBlockReader
{
    private readonly string _path;
    private readonly ConfigText _text;
    private readonly bool _isStrict;
    private readonly bool _hasBadBytes;
    private ConfigBlock? _block;
    private int? _openIndent; // of the setting, or the stray line, that a deeper line continues
    private bool _isStray;

    private ConfigBlockReader(string path, ConfigText text, bool isStrict, bool hasBadBytes)
    {
        _path = path;
        _text = text;
        _isStrict = isStrict;
        _hasBadBytes = hasBadBytes;
    }

    /// <summary>Gets the sections, in order.</summary>
    public List<ConfigBlock> Blocks { get; } = [];

    /// <summary>Gets the lines in no section that are neither header nor comment, and comments with bytes that are not text.</summary>
    public List<ConfigDefect> Loose { get; } = [];

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="bytes">Its content.</param>
    /// <param name="isCredentials">Whether it is the credentials file.</param>
    /// <param name="isStrict">Whether the first line that is wrong ends the reading.</param>
    /// <returns>The reader, with what it read.</returns>
    /// <exception cref="SsoConfigurationException">It is no UTF-8 file; of a strict reading, any line of it is wrong.</exception>
    public static ConfigBlockReader Read(string path, byte[] bytes, bool isCredentials, bool isStrict)
    {
        var text = new ConfigText(path, isCredentials);
        IniDocument document = text.Parse(bytes, isStrict, out bool hasBadBytes);
        var reader = new ConfigBlockReader(path, text, isStrict, hasBadBytes);
        foreach (IniLine line in document.Lines)
        {
            reader.Add(line);
        }

        return reader;
    }

    private void Add(IniLine line)
    {
        bool isBad = _hasBadBytes && ConfigText.IsBad(line.Raw.Span);
        if (line.Kind is IniLineKind.Blank or IniLineKind.Comment)
        {
            if (isBad)
            {
                Loose.Add(BadComment(line));
            }

            return;
        }

        if (IniText.Indent(line) > _openIndent && !(_isStray && line.Kind == IniLineKind.Header))
        {
            Continue(line, isBad);
            return;
        }

        // What botocore trims or a person cannot see is ASCII to nobody: only then the text itself has to be looked at.
        bool isOdd = !_isStrict && (line.Kind == IniLineKind.Invalid || line.Raw.Span[IniText.Indent(line)] >= 0x80);
        string visible = isOdd ? InvisibleCharacters.TrimStart(line.Text) : "";
        if (isOdd && (visible.Length == 0 || (visible[0] is '#' or ';' && !isBad)))
        {
            return;
        }

        if (line.Kind == IniLineKind.Header || visible.StartsWith('['))
        {
            Begin(line, isBad);
        }
        else if (isBad)
        {
            Stray(line, "a byte is not UTF-8 text. Save the file as UTF-8.");
        }
        else
        {
            Set(line);
        }
    }

    private void Begin(IniLine line, bool isBad)
    {
        string text = line.Text.Trim();
        _openIndent = null;
        int end = _isStrict ? text.IndexOf(']', StringComparison.Ordinal) : HeaderEnd(text);
        if (isBad && end > 0 && IsCommentAt(text, end + 1) && !text.AsSpan(0, end).Contains('\uFFFD'))
        {
            Loose.Add(BadComment(line));
            isBad = false;
        }

        ConfigDefect? defect =
            isBad ? new ConfigDefect(line.Number, "the header has a byte that is not UTF-8 text, so that what stands below it belongs to nobody. Save the file as UTF-8.")
            : text[0] != '[' ? new ConfigDefect(line.Number, $"the header begins with {InvisibleCharacters.Name(text)}, so that what stands below it belongs to nobody. Remove that character.")
            : end < 0 ? new ConfigDefect(line.Number, _text.Describe(line, "Profile definition must end with ']'"))
            : null;
        bool hasName = end > 0 && text[0] == '[';
        Blocks.Add(_block = new ConfigBlock(hasName ? text[1..end].Trim(' ', '\t') : IniKeys.BrokenName(line), line.Number, defect));
    }

    // botocore takes the last bracket. Not in a comment: there the others find the name that is meant, and botocore none.
    private static int HeaderEnd(string text)
    {
        int first = text.IndexOf(']', StringComparison.Ordinal);
        return first >= 0 && IsCommentAt(text, first + 1) ? first : text.LastIndexOf(']');
    }

    private static bool IsCommentAt(string text, int start) => text.AsSpan(start).TrimStart() is ['#' or ';', ..];

    private static ConfigDefect BadComment(IniLine line) => new(line.Number, "the comment has a byte that is not UTF-8 text. Save the file as UTF-8.");

    private void Continue(IniLine line, bool isBad)
    {
        if (_isStray)
        {
            return; // said of the line above
        }

        if (isBad)
        {
            Stray(line, "a byte is not UTF-8 text. Save the file as UTF-8.", _openIndent);
        }
        else
        {
            ConfigProperty open = _block!.Properties[^1];
            _block.Properties[^1] = open with { Value = $"{open.Value}\n{Encoding.UTF8.GetString(IniText.Body(line.Raw.Span))}" };
        }
    }

    private void Set(IniLine line)
    {
        ReadOnlySpan<byte> body = IniText.Body(line.Raw.Span);
        int at = _isStrict ? body.IndexOf((byte)'=') : body.IndexOfAny((byte)'=', (byte)':');
        string name = at > 0 ? Encoding.UTF8.GetString(IniText.Trim(body[..at])) : "";
        name = _isStrict ? name : name.Trim();
        if (_block is null || name.Length == 0)
        {
            Stray(line, _text.Describe(line, _block is null ? "Expected a profile definition" : at < 0 ? "Expected an '=' sign defining a property" : "Property did not have a name"));
            return;
        }

        string value = Encoding.UTF8.GetString(IniText.WithoutComment(body[(at + 1)..]));
        _block.Properties.Add(new ConfigProperty(name, _isStrict ? value : value.Trim(), _path, line.Number, _block.Text));
        _openIndent = IniText.Indent(line);
        _isStray = false;
    }

    private void Stray(IniLine line, string problem, int? openIndent = null)
    {
        var defect = new ConfigDefect(line.Number, problem);
        if (_block is null)
        {
            Loose.Add(defect);
        }
        else
        {
            _block.Defects.Add(defect);
        }

        _openIndent = openIndent ?? IniText.Indent(line);
        _isStray = true;
    }
}
