using System.Globalization;
using IdentityCenterEmulator.State;
using Microsoft.AspNetCore.Http;

namespace IdentityCenterEmulator.Http;

/// <summary>Stands before every operation: records the call, applies limits and faults, and turns a <see cref="ServiceException"/> into an answer.</summary>
internal sealed class OperationMiddleware(EmulatorState state, CancellationToken stopping)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.Date = state.Clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        if (context.GetEndpoint()?.Metadata.GetMetadata<OperationMetadata>() is not { } metadata)
        {
            await next(context);
            return;
        }

        var operation = metadata.Operation;
        context.TraceIdentifier = Guid.NewGuid().ToString();
        context.Response.Headers["x-amzn-RequestId"] = context.TraceIdentifier;
        var entry = state.Calls.Add(Describe(context.Request, operation));
        var isWithinLimits = state.Faults.TryEnter(operation);
        var fault = isWithinLimits ? state.Faults.Take(operation) : null;
        var call = new CallContext(operation, entry, fault);
        context.Features.Set(call);
        context.Response.OnStarting(() =>
        {
            if (!call.IsAbandoned)
            {
                entry.Update(record => record with { Status = context.Response.StatusCode });
            }

            return Task.CompletedTask;
        });

        if (!isWithinLimits)
        {
            await RefuseAsync(context, operation);
            return;
        }

        if (fault is null || await ContinuesAsync(context, call, fault))
        {
            await HandleAsync(context, call, next);
        }
    }

    private static async Task HandleAsync(HttpContext context, CallContext call, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (ServiceException exception)
        {
            await ErrorAnswer.WriteAsync(context, call.Operation, exception.StatusCode, exception.ErrorType, exception.Message);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone; nobody is left to answer.
            call.Abandon(context);
        }
    }

    /// <summary>Does what the fault says; true where the call is to be handled all the same.</summary>
    private async Task<bool> ContinuesAsync(HttpContext context, CallContext call, EmulatorFault fault)
    {
        if (!await WaitAsync(context, fault.Hangs ? Timeout.InfiniteTimeSpan : fault.Latency) || fault.DropPoint == EmulatorDropPoint.BeforeAnswer)
        {
            call.Abandon(context);
            return false;
        }

        if (fault.RetryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        if (fault.StatusCode is not { } statusCode)
        {
            return true;
        }

        if (fault.RawBody is { } body)
        {
            await Answer.WriteAsync(context, statusCode, fault.ContentType, body);
        }
        else
        {
            await ErrorAnswer.WriteAsync(context, call.Operation, statusCode, fault.ErrorType ?? "UnknownException", fault.ErrorMessage ?? $"Injected fault, HTTP {statusCode}");
        }

        return false;
    }

    /// <summary>False where the caller went away, or the emulator ends, before the time was over.</summary>
    private async Task<bool> WaitAsync(HttpContext context, TimeSpan time)
    {
        if (time == TimeSpan.Zero)
        {
            return true;
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            await Task.Delay(time, TimeProvider.System, end.Token); // real time, whatever the clock of the options shows
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static Task RefuseAsync(HttpContext context, EmulatorOperation operation) => operation == EmulatorOperation.GetCallerIdentity
        ? ErrorAnswer.WriteAsync(context, operation, StatusCodes.Status400BadRequest, "Throttling", "Rate exceeded")
        : ErrorAnswer.WriteAsync(context, operation, StatusCodes.Status429TooManyRequests, "TooManyRequestsException", "HTTP 429 Unknown Code");

    private EmulatorCall Describe(HttpRequest request, EmulatorOperation operation)
    {
        // Only the portal's queries are free of secrets: those of the browser and of STS may carry codes and signatures.
        var isPortal = operation is EmulatorOperation.GetRoleCredentials or EmulatorOperation.ListAccounts or EmulatorOperation.ListAccountRoles;
        return new EmulatorCall(
            operation,
            state.Clock.GetUtcNow(),
            Status: null,
            ErrorType: null,
            GrantType: null,
            isPortal ? request.Query["account_id"].FirstOrDefault() : null,
            isPortal ? request.Query["role_name"].FirstOrDefault() : null,
            isPortal ? request.QueryString.Value : null);
    }
}
