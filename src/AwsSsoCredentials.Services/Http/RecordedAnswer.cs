using System.Net.Http.Headers;
using System.Text.Json;

namespace AwsSsoCredentials.Services.Http;

/// <summary>What an answer said about itself. Of the body only the members that describe an error are kept.</summary>
internal sealed class RecordedAnswer
{
    /// <summary>Gets the HTTP status; null while no answer came in whole.</summary>
    public int? StatusCode { get; private set; }

    /// <summary>Gets the media type, e.g. <c>application/json</c>.</summary>
    public string? MediaType { get; private set; }

    /// <summary>Gets the host a redirect leads to.</summary>
    public string? RedirectHost { get; private set; }

    /// <summary>Gets the id of the request.</summary>
    public string? RequestId { get; private set; }

    /// <summary>Gets the pause the service asks for.</summary>
    public TimeSpan? RetryAfter { get; private set; }

    /// <summary>Gets the error code, without namespace and without what follows a colon.</summary>
    public string? Code { get; private set; }

    /// <summary>Gets the service's own words.</summary>
    public string? Words { get; private set; }

    /// <summary>Gets what broke the connection; null where an answer came in whole.</summary>
    public Exception? Break { get; private set; }

    /// <summary>Notes that the connection broke or never came about.</summary>
    public void RecordBreak(Exception cause) => Break = cause;

    /// <summary>Notes an answer that came in whole.</summary>
    public void Record(HttpResponseMessage response, byte[] body, TimeProvider timeProvider)
    {
        StatusCode = (int)response.StatusCode;
        MediaType = response.Content.Headers.ContentType?.MediaType;
        RequestId = Header(response.Headers, "x-amzn-RequestId") ?? Header(response.Headers, "x-amz-request-id");
        if (response.IsSuccessStatusCode)
        {
            return;
        }

        RedirectHost = response.Headers.Location is { IsAbsoluteUri: true } location ? location.Host : null;
        RetryAfter = response.Headers.RetryAfter is { } after
            ? after.Delta ?? (after.Date - timeProvider.GetUtcNow())
            : null;

        // The order of botocore/parsers.py (RestJSONParser): header, `code`, `__type`; then OAuth's own (RFC 6749, 5.2).
        var members = ErrorMembers(body);
        Code = Bare(Header(response.Headers, "x-amzn-ErrorType")) ?? Bare(members.GetValueOrDefault("code"))
            ?? Bare(members.GetValueOrDefault("__type")) ?? Bare(members.GetValueOrDefault("error"));
        Words = members.GetValueOrDefault("message") ?? members.GetValueOrDefault("error_description");
    }

    private static Dictionary<string, string> ErrorMembers(byte[] body)
    {
        var members = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind == JsonValueKind.Object)
            {
                foreach (var member in json.RootElement.EnumerateObject())
                {
                    if (member.Value.ValueKind == JsonValueKind.String)
                    {
                        members[member.Name] = member.Value.GetString()!;
                    }
                }
            }
        }
        catch (JsonException)
        {
            // HTML, XML or nothing: the status and the SDK's exception tell what there is to tell.
            members.Clear();
        }

        return members;
    }

    /// <summary><c>com.amazonaws.switchboard.portal#TooManyRequestsException:http://…</c> → <c>TooManyRequestsException</c>.</summary>
    private static string? Bare(string? code)
    {
        var bare = code?.Split(':', 2)[0].Split('#')[^1].Trim();
        return string.IsNullOrEmpty(bare) ? null : bare;
    }

    private static string? Header(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) && values.FirstOrDefault() is { Length: > 0 } value ? value : null;
}
