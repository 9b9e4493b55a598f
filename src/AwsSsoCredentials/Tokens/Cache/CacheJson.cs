using System.Text.Json;

namespace AwsSsoCredentials.Tokens.Cache;

/// <summary>Reads a JSON object tolerantly: the members we know by name in any case, the others as they are.</summary>
internal sealed class CacheJson
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 128 };

    private readonly Dictionary<string, JsonElement> _known;

    private CacheJson(Dictionary<string, JsonElement> known, IReadOnlyList<KeyValuePair<string, JsonElement>> others)
    {
        _known = known;
        Others = others;
    }

    /// <summary>Gets the members that were not asked for, in their order.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonElement>> Others { get; }

    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="utf8">The bytes; a byte order mark is skipped.</param>
    /// <param name="names">The members to look for.</param>
    /// <param name="result">What was read; null when there is a defect.</param>
    /// <returns>Null when there is no defect.</returns>
    public static CacheDefect? TryRead(ReadOnlyMemory<byte> utf8, IReadOnlyList<string> names, out CacheJson? result)
    {
        result = null;
        var json = utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return new CacheDefect("it is not a JSON object");
            }

            result = Split(document.RootElement.Clone(), names);
            return null;
        }
        catch (JsonException)
        {
            // Its message can quote the content, and the content is secret: it goes no further.
            return new CacheDefect("it is empty, half written or not JSON", IsPassing: true);
        }
        catch (InvalidOperationException)
        {
            return new CacheDefect("it holds a text that is not Unicode");
        }
    }

    /// <summary>Gets the text of a member; null when it is absent, null, empty or no text.</summary>
    public string? Text(string name) =>
        _known.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    /// <summary>Finds the first of some members that holds what no token, key or id of a service does.</summary>
    /// <returns>The defect; null when there is none.</returns>
    public CacheDefect? FindUnusable(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (Text(name) is { } text && !SecretText.IsUsable(text))
            {
                return new CacheDefect($"its {name} {SecretText.Problem}");
            }
        }

        return null;
    }

    /// <summary>Gets whether a member is there with any value but null.</summary>
    public bool Has(string name) => _known.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>Gets the texts of a list; empty when the member is absent or no list.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        _known.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];

    private static CacheJson Split(JsonElement root, IReadOnlyList<string> names)
    {
        var known = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        var exact = new HashSet<string>(StringComparer.Ordinal);
        var others = new List<KeyValuePair<string, JsonElement>>();
        foreach (var member in root.EnumerateObject())
        {
            var name = names.FirstOrDefault(n => n.Equals(member.Name, StringComparison.OrdinalIgnoreCase));
            if (name is null)
            {
                others.Add(new(member.Name, member.Value));
                continue;
            }

            // The exact spelling beats any other; among equals the last one counts, as in every JSON reader.
            var isExact = name == member.Name;
            if (isExact || !exact.Contains(name))
            {
                Probe(member.Value);
                known[name] = member.Value;
            }

            if (isExact)
            {
                exact.Add(name);
            }
        }

        return new CacheJson(known, others);
    }

    /// <summary>Provokes the error of a text that is no Unicode now, where it is caught, and not at its first use.</summary>
    private static void Probe(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            _ = value.GetString();
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                Probe(item);
            }
        }
    }
}
