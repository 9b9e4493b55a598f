using Microsoft.AspNetCore.Http;

namespace IdentityCenterEmulator.Http;

/// <summary>What the handlers of one call know about it beside the request: the operation, its record and the fault that strikes it.</summary>
internal sealed class CallContext(EmulatorOperation operation, EmulatorCalls.Entry entry, EmulatorFault? fault)
{
    public EmulatorOperation Operation { get; } = operation;

    public EmulatorCalls.Entry Entry { get; } = entry;

    public EmulatorFault? Fault { get; } = fault;

    /// <summary>No answer leaves any more, although Kestrel goes through the motions of starting one.</summary>
    public bool IsAbandoned { get; private set; }

    public void Abandon(HttpContext context)
    {
        IsAbandoned = true;
        context.Abort();
    }

    /// <summary>The call that this request is; null for pages and control requests, which are none.</summary>
    public static CallContext? Of(HttpContext context) => context.Features.Get<CallContext>();
}
