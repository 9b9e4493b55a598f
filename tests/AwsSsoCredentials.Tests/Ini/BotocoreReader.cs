using System.Text;
using System.Text.RegularExpressions;

namespace AwsSsoCredentials.Tests.Ini;

/// <summary>Reads as botocore does: Python's strict <c>RawConfigParser</c> (Lib/configparser.py, <c>_read</c>), and its nested blocks.</summary>
internal static partial class BotocoreReader
{
    /// <summary>Reads profiles; null where botocore gives the whole file up.</summary>
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

        var sections = new Dictionary<string, Dictionary<string, List<string>>>();
        Dictionary<string, List<string>>? section = null;
        List<string>? option = null;
        int level = 0;
        foreach (string line in Lines(text))
        {
            string value = Strip(line);
            if (value.Length == 0 || value[0] is '#' or ';')
            {
                if (value.Length == 0)
                {
                    option?.Add("");
                }

                continue;
            }

            int indent = line.Length - line.TrimStart().Length;
            if (option is not null && indent > level)
            {
                option.Add(value);
                continue;
            }

            level = indent;
            if (Header().Match(value) is { Success: true } header)
            {
                section = [];
                option = null;
                if (!sections.TryAdd(header.Groups[1].Value, section))
                {
                    return null;
                }
            }
            else if (section is null || Option().Match(value) is not { Success: true } match || match.Groups[1].Value.Length == 0)
            {
                return null;
            }
            else
            {
                option = [Strip(match.Groups[2].Value)];
                if (!section.TryAdd(match.Groups[1].Value.TrimEnd().ToLowerInvariant(), option))
                {
                    return null;
                }
            }
        }

        var result = sections.ToDictionary(
            pair => pair.Key, pair => pair.Value.ToDictionary(item => item.Key, item => string.Join('\n', item.Value).TrimEnd()));
        bool isSound = result.Values.SelectMany(values => values.Values)
            .Where(value => value.StartsWith('\n'))
            .All(value => value.Split('\n').All(line => line.Trim().Length == 0 || line.Contains('=', StringComparison.Ordinal)));
        return isSound ? result : null;
    }

    // Not ReplaceLineEndings, to which a form feed ends a line, too.
    private static string[] Lines(string text) => LineEnd().Split(text) switch
    {
        [.. var lines, ""] => lines,
        var lines => lines,
    };

    private static string Strip(string text) => text.Trim();

    [GeneratedRegex("\r\n|\n|\r")]
    private static partial Regex LineEnd();

    [GeneratedRegex(@"^\[(.+)\]")]
    private static partial Regex Header();

    [GeneratedRegex(@"^(.*?)\s*[=:]\s*(.*)$")]
    private static partial Regex Option();
}
