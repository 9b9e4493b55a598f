using System.Text.Json.Nodes;

namespace IdentityCenterEmulator;

/// <summary>
/// One way for a call to go wrong. Start from a factory and refine it: <c>EmulatorFault.Status(500, "InternalServerException") with { Times = 2 }</c>.
/// </summary>
public sealed record EmulatorFault
{
    private EmulatorFault()
    {
    }

    /// <summary>The status to answer with instead of handling the call; null handles it.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The error type (such as <c>UnauthorizedException</c>) of the answer, in the form of the service concerned.</summary>
    public string? ErrorType { get; init; }

    /// <summary>The message that goes with <see cref="ErrorType"/>.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>A body to send as it is, in place of the service's error form.</summary>
    public string? RawBody { get; init; }

    /// <summary>The content type of <see cref="RawBody"/>.</summary>
    public string? ContentType { get; init; }

    /// <summary>The seconds of a <c>Retry-After</c> header; null sends none.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>Real time to wait before anything else happens (latency is no matter of the emulator's clock).</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Where the connection breaks; null leaves it whole.</summary>
    public EmulatorDropPoint? DropPoint { get; init; }

    /// <summary>No answer, until the caller gives up or the emulator ends.</summary>
    public bool Hangs { get; init; }

    /// <summary>The number of calls that it strikes; null strikes until cleared.</summary>
    public int? Times { get; init; }

    internal IReadOnlyList<MemberEdit> Edits { get; init; } = [];

    /// <summary>Answers with an error in the form of the service concerned.</summary>
    public static EmulatorFault Status(int statusCode, string errorType, string? message = null) =>
        new() { StatusCode = statusCode, ErrorType = errorType, ErrorMessage = message };

    /// <summary>Handles the call after a wait.</summary>
    public static EmulatorFault Delay(TimeSpan latency) => new() { Latency = latency };

    /// <summary>Breaks the connection.</summary>
    public static EmulatorFault Drop(EmulatorDropPoint point = EmulatorDropPoint.BeforeAnswer) => new() { DropPoint = point };

    /// <summary>Never answers.</summary>
    public static EmulatorFault Hang() => new() { Hangs = true };

    /// <summary>Answers with a page such as proxies and captive portals send.</summary>
    public static EmulatorFault Html(int statusCode = 200) =>
        Body("<!DOCTYPE html><html><head><title>Sign in to the network</title></head><body><h1>Sign in to the network</h1></body></html>", "text/html; charset=utf-8", statusCode);

    /// <summary>Answers with this body.</summary>
    public static EmulatorFault Body(string body, string contentType = "application/json", int statusCode = 200) =>
        new() { StatusCode = statusCode, RawBody = body, ContentType = contentType };

    /// <summary>Handles the call but leaves members out of its JSON answer; a dot goes down: <c>roleCredentials.sessionToken</c>.</summary>
    public static EmulatorFault Omit(params string[] members) => new() { Edits = [.. members.Select(member => new MemberEdit(member, Remove: true, null))] };

    /// <summary>Handles the call but sets a member of its JSON answer; null is JSON's null.</summary>
    public static EmulatorFault Replace(string member, JsonNode? value) => new() { Edits = [new MemberEdit(member, Remove: false, value?.DeepClone())] };

    internal EmulatorFault AndReplace(IReadOnlyDictionary<string, JsonNode?> members) =>
        this with { Edits = [.. Edits, .. members.Select(member => new MemberEdit(member.Key, Remove: false, member.Value?.DeepClone()))] };

    internal sealed record MemberEdit(string Path, bool Remove, JsonNode? Value);
}
