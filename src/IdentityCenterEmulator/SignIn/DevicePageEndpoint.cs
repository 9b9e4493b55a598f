using IdentityCenterEmulator.Http;
using IdentityCenterEmulator.State;
using Microsoft.AspNetCore.Http;

namespace IdentityCenterEmulator.SignIn;

/// <summary>The verification page of the device flow: enter or confirm the code, allow or deny.</summary>
internal sealed class DevicePageEndpoint(EmulatorState state)
{
    private const string Unknown = "No request waits under this code. It may be mistyped, expired or answered already.";

    public Task ShowAsync(HttpContext context)
    {
        var userCode = context.Request.Query["user_code"].ToString();
        if (userCode.Length == 0)
        {
            return PageAsync(context, StatusCodes.Status200OK, SignInPages.EnterCode(problem: null));
        }

        return state.Devices.FindPending(userCode) is { } request
            ? PageAsync(context, StatusCodes.Status200OK, SignInPages.ConfirmCode(request.UserCode, request.Client.ClientName, request.StartUrl))
            : PageAsync(context, StatusCodes.Status404NotFound, SignInPages.EnterCode(Unknown));
    }

    public async Task DecideAsync(HttpContext context)
    {
        var form = await SignInForm.ReadAsync(context.Request);
        var decision = form["decision"].ToString();
        if (decision is not (SignInPages.Allow or SignInPages.Deny))
        {
            await PageAsync(context, StatusCodes.Status400BadRequest, SignInPages.EnterCode("Press Allow or Deny."));
            return;
        }

        var allow = decision == SignInPages.Allow;
        if (!state.Devices.TryDecide(form["user_code"], allow))
        {
            await PageAsync(context, StatusCodes.Status404NotFound, SignInPages.EnterCode(Unknown));
            return;
        }

        var page = allow
            ? SignInPages.Result("Request allowed", "You are signed in. Close this page and go back to your command.")
            : SignInPages.Result("Request denied", "Nothing was handed out. Close this page.");
        await PageAsync(context, StatusCodes.Status200OK, page);
    }

    private static Task PageAsync(HttpContext context, int statusCode, string page)
    {
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
        return Answer.WriteAsync(context, statusCode, SignInPages.ContentType, page);
    }
}
