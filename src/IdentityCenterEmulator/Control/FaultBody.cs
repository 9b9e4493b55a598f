using System.Text.Json.Nodes;

namespace IdentityCenterEmulator.Control;

/// <summary>The JSON form of an <see cref="EmulatorFault"/>.</summary>
internal sealed class FaultBody
{
    public int? Status { get; set; }

    public string? ErrorType { get; set; }

    public string? Message { get; set; }

    public string? Body { get; set; }

    public string? ContentType { get; set; }

    public int? RetryAfter { get; set; }

    public TimeSpan Delay { get; set; }

    public EmulatorDropPoint? Drop { get; set; }

    public bool Hang { get; set; }

    public int? Times { get; set; }

    public List<string>? Omit { get; set; }

    public Dictionary<string, JsonNode?>? Replace { get; set; }

    public EmulatorFault ToFault() => EmulatorFault.Omit([.. Omit ?? []]).AndReplace(Replace ?? []) with
    {
        StatusCode = Status ?? (Body is null ? null : 200),
        ErrorType = ErrorType,
        ErrorMessage = Message,
        RawBody = Body,
        ContentType = ContentType ?? (Body is null ? null : Http.Answer.Json),
        RetryAfter = RetryAfter,
        Latency = Delay,
        DropPoint = Drop,
        Hangs = Hang,
        Times = Times,
    };
}
