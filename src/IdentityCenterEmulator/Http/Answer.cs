using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace IdentityCenterEmulator.Http;

/// <summary>Writes answers; the one place where faults change or cut them.</summary>
internal static class Answer
{
    public const string Json = "application/json";

    public static Task JsonAsync(HttpContext context, JsonObject answer)
    {
        foreach (var edit in CallContext.Of(context)?.Fault?.Edits ?? [])
        {
            Apply(answer, edit);
        }

        return WriteAsync(context, StatusCodes.Status200OK, Json, answer.ToJsonString());
    }

    public static async Task WriteAsync(HttpContext context, int statusCode, string? contentType, string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var response = context.Response;
        response.StatusCode = statusCode;
        response.ContentType = contentType;
        response.ContentLength = bytes.Length;
        response.Headers.CacheControl = "no-store";
        if (CallContext.Of(context)?.Fault?.DropPoint == EmulatorDropPoint.MidBody)
        {
            if (bytes.Length > 0)
            {
                await response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2), context.RequestAborted);
                await response.Body.FlushAsync(context.RequestAborted);
            }

            context.Abort();
            return;
        }

        await response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static void Apply(JsonObject answer, EmulatorFault.MemberEdit edit)
    {
        var steps = edit.Path.Split('.');
        JsonNode? parent = answer;
        foreach (var step in steps[..^1])
        {
            parent = (parent as JsonObject)?[step];
        }

        if (parent is not JsonObject target)
        {
            return;
        }

        if (edit.Remove)
        {
            target.Remove(steps[^1]);
        }
        else
        {
            target[steps[^1]] = edit.Value?.DeepClone();
        }
    }
}
