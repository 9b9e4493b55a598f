using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AwsSsoCredentials.Tokens.Cache;

/// <summary>Writes JSON the way Python's <c>json.dumps</c> does.</summary>
/// <remarks>
/// File names of the AWS CLI are hashes of such text, so every character counts: .NET's own encoders escape <c>+ &lt; &gt; &amp;</c> and
/// use upper-case hex digits, Python escapes only controls, quotes, backslashes and everything outside ASCII, in lower case.
/// </remarks>
internal static class PythonJson
{
    /// <summary>Quotes a text.</summary>
    public static string Quote(string text)
    {
        var json = new StringBuilder(text.Length + 2);
        AppendQuoted(json, text);
        return json.ToString();
    }

    /// <summary>Appends a quoted text.</summary>
    public static void AppendQuoted(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (var c in text)
        {
            switch (c)
            {
                case '"':
                    json.Append("\\\"");
                    break;
                case '\\':
                    json.Append(@"\\");
                    break;
                case '\n':
                    json.Append("\\n");
                    break;
                case '\r':
                    json.Append("\\r");
                    break;
                case '\t':
                    json.Append("\\t");
                    break;
                case '\b':
                    json.Append("\\b");
                    break;
                case '\f':
                    json.Append("\\f");
                    break;
                case < ' ' or > '~':
                    json.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    break;
                default:
                    json.Append(c);
                    break;
            }
        }

        json.Append('"');
    }

    /// <summary>Appends a value that came out of another file, on one line and with Python's separators.</summary>
    public static void Append(StringBuilder json, JsonElement value)
    {
        var first = true;
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                json.Append('{');
                foreach (var member in value.EnumerateObject())
                {
                    Separate(json, ref first);
                    AppendQuoted(json, member.Name);
                    json.Append(": ");
                    Append(json, member.Value);
                }

                json.Append('}');
                break;
            case JsonValueKind.Array:
                json.Append('[');
                foreach (var item in value.EnumerateArray())
                {
                    Separate(json, ref first);
                    Append(json, item);
                }

                json.Append(']');
                break;
            default:
                // Texts and numbers keep their own spelling: a foreign member comes back as it was.
                json.Append(value.GetRawText());
                break;
        }
    }

    /// <summary>Appends <c>", "</c> before every member but the first.</summary>
    public static void Separate(StringBuilder json, ref bool first)
    {
        if (!first)
        {
            json.Append(", ");
        }

        first = false;
    }
}
