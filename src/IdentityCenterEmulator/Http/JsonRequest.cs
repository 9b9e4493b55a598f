using System.Text.Json;
using IdentityCenterEmulator.Oidc;
using Microsoft.AspNetCore.Http;

namespace IdentityCenterEmulator.Http;

/// <summary>The JSON object that a request carries. The services take JSON whatever the content type says, so this does, too.</summary>
internal sealed class JsonRequest
{
    private readonly JsonElement _root;

    private JsonRequest(JsonElement root) => _root = root;

    public static async Task<JsonRequest> ReadAsync(HttpContext context)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new JsonRequest(document.RootElement.Clone())
                : throw OidcError.InvalidRequest("The body is not a JSON object");
        }
        catch (JsonException)
        {
            // The parser's message can quote the body, which holds secrets.
            throw OidcError.InvalidRequest("The body is not JSON");
        }
    }

    public string? Optional(string name)
    {
        if (!_root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw OidcError.InvalidRequest($"{name} is not a string");
    }

    public string Required(string name) => Optional(name) is { Length: > 0 } value ? value : throw OidcError.InvalidRequest($"{name} is missing");

    public IReadOnlyList<string> Strings(string name)
    {
        if (!_root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        return value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(item => item.GetString()!)]
            : throw OidcError.InvalidRequest($"{name} is not a list of strings");
    }
}
