using System.Text.Json;
using System.Text.Json.Nodes;
using IdentityCenterEmulator.Http;
using IdentityCenterEmulator.Options;
using IdentityCenterEmulator.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IdentityCenterEmulator.Control;

/// <summary>
/// Steers a running emulator from another process, below <c>/_emulator/</c>. Every POST must be JSON: a foreign web page
/// cannot send that here unasked, since no CORS answer allows it.
/// </summary>
internal sealed class ControlEndpoints(EmulatorState state)
{
    /// <summary>What they all stand below.</summary>
    public const string Path = "/_emulator";

    public void Map(WebApplication app)
    {
        var group = app.MapGroup(Path);
        group.MapGet("/calls", GetCallsAsync);
        group.MapDelete("/calls", context => DoneAsync(context, state.Calls.Reset));
        group.MapGet("/user-codes", context => Answer.JsonAsync(context, new JsonObject { ["userCodes"] = ToArray(state.Devices.PendingUserCodes().Select(code => (JsonNode)code)) }));
        group.MapPost("/approve", context => ReadAsync<UserCodeBody>(context, body => Decide(body, allow: true)));
        group.MapPost("/deny", context => ReadAsync<UserCodeBody>(context, body => Decide(body, allow: false)));
        group.MapPost("/tokens", IssueTokenAsync);
        group.MapPost("/settings", context => ReadAsync<JsonObject>(context, body => SettingsBody.Apply(body, state.Faults)));
        group.MapPost("/limits/{operation}", context => ReadAsync<LimitBody>(context, body => state.Faults.LimitRequests(Operation(context), body.RequestsPerSecond)));
        group.MapPost("/deny-role", context => ReadAsync<RoleBody>(context, body => state.Faults.DenyRole(body.AccountId, body.RoleName)));
        group.MapPost("/allow-role", context => ReadAsync<RoleBody>(context, body => state.Faults.AllowRole(body.AccountId, body.RoleName)));
        group.MapPost("/faults/{operation}", context => ReadAsync<FaultBody>(context, body => state.Faults.Set(Operation(context), body.ToFault())));
        group.MapDelete("/faults/{operation}", context => DoneAsync(context, () => state.Faults.Clear(Operation(context))));
        group.MapDelete("/faults", context => DoneAsync(context, state.Faults.ClearAll));
    }

    private Task GetCallsAsync(HttpContext context)
    {
        var counts = new JsonObject();
        foreach (var operation in Enum.GetValues<EmulatorOperation>())
        {
            counts[operation.ToString()] = state.Calls.Count(operation);
        }

        return Answer.JsonAsync(context, new JsonObject
        {
            ["total"] = state.Calls.Total,
            ["counts"] = counts,
            ["calls"] = ToArray(state.Calls.Recorded.Select(Describe)),
        });
    }

    private static JsonNode Describe(EmulatorCall call)
    {
        var node = JsonSerializer.SerializeToNode(call, StrictJson.Options)!;
        node["operation"] = call.Operation.ToString();
        return node;
    }

    private void Decide(UserCodeBody body, bool allow)
    {
        if (!state.Devices.TryDecide(body.UserCode, allow))
        {
            throw new BadHttpRequestException("No sign-in request waits under this user code.", StatusCodes.Status404NotFound);
        }
    }

    private async Task IssueTokenAsync(HttpContext context)
    {
        var answer = "";
        await ReadAsync<TokenBody>(
            context,
            body =>
            {
                var token = SeededSessions.Issue(state, body.StartUrl, body.Lifetime, body.Refreshable, registrationLifetime: null);
                answer = body.Region is null ? token.ToCacheJson() : token.ToCacheJson(body.Region);
            },
            () => Answer.WriteAsync(context, StatusCodes.Status200OK, Answer.Json, answer));
    }

    private static EmulatorOperation Operation(HttpContext context)
    {
        var text = context.Request.RouteValues["operation"]?.ToString();
        return Enum.GetValues<EmulatorOperation>().Where(operation => string.Equals(operation.ToString(), text, StringComparison.OrdinalIgnoreCase)) is var found && found.Any()
            ? found.First()
            : throw new BadHttpRequestException($"There is no operation of this name; there are {string.Join(", ", Enum.GetNames<EmulatorOperation>())}.", StatusCodes.Status404NotFound);
    }

    private static async Task ReadAsync<T>(HttpContext context, Action<T> use, Func<Task>? answer = null)
    {
        if (!context.Request.HasJsonContentType())
        {
            await ProblemAsync(context, StatusCodes.Status415UnsupportedMediaType, "Send JSON, with the content type application/json.");
            return;
        }

        try
        {
            var body = await JsonSerializer.DeserializeAsync<T>(context.Request.Body, StrictJson.Options, context.RequestAborted);
            use(body ?? throw new BadHttpRequestException("The body is null; send an object."));
        }
        catch (JsonException exception)
        {
            await ProblemAsync(context, StatusCodes.Status400BadRequest, StrictJson.Problem(exception));
            return;
        }
        catch (Exception exception) when (exception is EmulatorOptionsException or ArgumentException)
        {
            await ProblemAsync(context, StatusCodes.Status400BadRequest, exception.Message);
            return;
        }
        catch (BadHttpRequestException exception)
        {
            await ProblemAsync(context, exception.StatusCode, exception.Message);
            return;
        }

        await (answer?.Invoke() ?? Answer.JsonAsync(context, []));
    }

    private static async Task DoneAsync(HttpContext context, Action action)
    {
        try
        {
            action();
        }
        catch (BadHttpRequestException exception)
        {
            await ProblemAsync(context, exception.StatusCode, exception.Message);
            return;
        }

        await Answer.JsonAsync(context, []);
    }

    private static Task ProblemAsync(HttpContext context, int statusCode, string message) =>
        Answer.WriteAsync(context, statusCode, Answer.Json, new JsonObject { ["message"] = message.ReplaceLineEndings(" ") }.ToJsonString());

    private static JsonArray ToArray(IEnumerable<JsonNode> items) => new([.. items]);
}
