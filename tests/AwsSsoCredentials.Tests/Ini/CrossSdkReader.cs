using System.Text;
using System.Text.RegularExpressions;

namespace AwsSsoCredentials.Tests.Ini;

/// <summary>Reads by the specification that the Rust, Kotlin, Java, JS, C and Go SDKs share, as Rust does (env_config/parse.rs).</summary>
internal static partial class CrossSdkReader
{
    /// <summary>Reads profiles; null where the whole file is given up.</summary>
    internal static Dictionary<string, Dictionary<string, string>>? Read(byte[] content)
    {
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content);
        }
        catch (ArgumentException)
        {
            return null;
        }

        if (text.Replace("\r\n", "", StringComparison.Ordinal).Contains('\r', StringComparison.Ordinal))
        {
            return null; // A lone CR ends no line there; such files are none of its.
        }

        var sections = new Dictionary<string, Dictionary<string, string>>();
        Dictionary<string, string>? section = null;
        string? property = null;
        foreach (string line in text.TrimStart('\uFEFF').Split('\n').Select(line => line.TrimEnd('\r')))
        {
            if (line.Trim(' ', '\t').Length == 0 || line[0] is '#' or ';')
            {
                continue;
            }

            if (line[0] == '[')
            {
                int end = line.IndexOf(']', StringComparison.Ordinal);
                if (end < 0)
                {
                    return null;
                }

                string name = line[1..end].Trim(' ', '\t');
                property = null;
                if (!sections.TryGetValue(name, out section))
                {
                    sections.Add(name, section = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase));
                }
            }
            else if (line[0] is ' ' or '\t')
            {
                if (section is null || property is null)
                {
                    return null;
                }

                section[property] += "\n" + line.Trim(' ', '\t');
            }
            else
            {
                int equals = line.IndexOf('=', StringComparison.Ordinal);
                if (section is null || equals <= 0 || line[..equals].Trim(' ', '\t').Length == 0)
                {
                    return null;
                }

                property = line[..equals].Trim(' ', '\t');
                section[property] = Comment().Replace(line[(equals + 1)..], "").Trim(' ', '\t');
            }
        }

        return sections;
    }

    [GeneratedRegex(@"[ \t][#;].*$")]
    private static partial Regex Comment();
}
