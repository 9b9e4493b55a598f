using System.Text.Json.Nodes;
using IdentityCenterEmulator.Http;
using IdentityCenterEmulator.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IdentityCenterEmulator.Control;

/// <summary>Steers a running emulator from another process. Requests that change something must be JSON: a web page could not send that here unasked.</summary>
internal sealed class ControlEndpoints(EmulatorState state)
{
    public void Map(WebApplication app)
    {
        app.MapGet("/_emulator/calls", GetCallsAsync);
    }

    private Task GetCallsAsync(HttpContext context)
    {
        var counts = new JsonObject();
        foreach (var operation in Enum.GetValues<EmulatorOperation>())
        {
            counts[operation.ToString()] = state.Calls.Count(operation);
        }

        return Answer.JsonAsync(context, new JsonObject { ["total"] = state.Calls.Total, ["counts"] = counts });
    }
}
