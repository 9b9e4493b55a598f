using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace IdentityCenterEmulator.Options;

/// <summary>JSON that people write for the emulator: camelCase, durations as <c>"hh:mm:ss"</c>, and an unknown member is an error rather than a setting that silently does nothing.</summary>
internal static class StrictJson
{
    // Serializer options cache what they learn of types, and never change after the first use.
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { ForgetIgnored } },
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>The parser's problem in one line, with the line where the text is at fault.</summary>
    public static string Problem(JsonException exception)
    {
        var message = exception.Message.ReplaceLineEndings(" ");
        var line = exception.LineNumber is { } number && !message.Contains("LineNumber", StringComparison.Ordinal) ? $" (line {number + 1})" : "";
        return message + line;
    }

    // A property that is ignored is an unknown member like any other.
    private static void ForgetIgnored(JsonTypeInfo type)
    {
        foreach (var ignored in type.Properties.Where(property => property is { Get: null, Set: null }).ToList())
        {
            type.Properties.Remove(ignored);
        }
    }
}
