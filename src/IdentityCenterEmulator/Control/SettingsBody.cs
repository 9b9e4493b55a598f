using System.Text.Json;
using System.Text.Json.Nodes;
using IdentityCenterEmulator.Options;
using IdentityCenterEmulator.State;

namespace IdentityCenterEmulator.Control;

/// <summary>The JSON form of <see cref="LiveSettings"/> and of the limit of all operations together; what is not named, or null, stays.</summary>
internal static class SettingsBody
{
    private const string Limit = "requestsPerSecond";

    public static void Apply(JsonObject body, EmulatorFaults faults)
    {
        // The limit alone can be null, which lifts it.
        var namesLimit = body.Remove(Limit, out var limit);
        var requestsPerSecond = limit.Deserialize<int?>(StrictJson.Options);
        if (requestsPerSecond is { } number)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(number, Limit);
        }

        faults.Change(live => Merge(live, body));
        if (namesLimit)
        {
            faults.LimitRequests(requestsPerSecond);
        }
    }

    private static LiveSettings Merge(LiveSettings live, JsonObject body)
    {
        var merged = JsonSerializer.SerializeToNode(live, StrictJson.Options)!.AsObject();
        foreach (var (name, value) in body)
        {
            merged[name] = value?.DeepClone() ?? merged[name]?.DeepClone();
        }

        return merged.Deserialize<LiveSettings>(StrictJson.Options)!;
    }
}
