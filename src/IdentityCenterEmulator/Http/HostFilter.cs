using System.Net;
using IdentityCenterEmulator.Control;
using IdentityCenterEmulator.Tls;
using Microsoft.AspNetCore.Http;

namespace IdentityCenterEmulator.Http;

/// <summary>
/// Stands before everything: answers only names that mean this machine. A web page may give its own name the address 127.0.0.1 (DNS rebinding)
/// and would then be of one origin with the emulator.
/// </summary>
internal sealed class HostFilter(EmulatorOptions options)
{
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var host = context.Request.Host.Host;
        if (IsLoopback(host) || (!context.Request.Path.StartsWithSegments(ControlEndpoints.Path) && IsListed(host)))
        {
            return next(context);
        }

        return Answer.WriteAsync(
            context,
            StatusCodes.Status421MisdirectedRequest,
            "text/plain; charset=utf-8",
            $"The emulator answers loopback names; EmulatorOptions.HostNames (--host-name) lists others for the services. {ControlEndpoints.Path}/ answers no others.\n");
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private bool IsListed(string host) =>
        options.HostNames.Contains(host, StringComparer.OrdinalIgnoreCase) || (options.Https && ServedHosts.Contains(host));
}
