using System.Text;
using System.Text.RegularExpressions;

namespace Cake.Frosting.AwsSsoCredentials.Tests.Support;

/// <summary>
/// Catches what is written to one stream of the console. It is put in place once and stays, because libraries keep the writer they found
/// first.
/// </summary>
internal sealed partial class CapturedConsole : TextWriter
{
    private readonly StringBuilder _text = new();

    private CapturedConsole()
    {
    }

    public static CapturedConsole Output { get; } = Install(Console.SetOut);

    public static CapturedConsole Error { get; } = Install(Console.SetError);

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        lock (_text)
        {
            _text.Append(value);
        }
    }

    /// <summary>Gives what was written since the last call.</summary>
    public string Take()
    {
        lock (_text)
        {
            string text = Colours().Replace(_text.ToString(), "");
            _text.Clear();
            return text.ReplaceLineEndings("\n");
        }
    }

    private static CapturedConsole Install(Action<TextWriter> set)
    {
        var console = new CapturedConsole();
        set(console);
        return console;
    }

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Colours();
}
