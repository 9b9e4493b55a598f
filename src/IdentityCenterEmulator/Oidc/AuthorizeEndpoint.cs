using IdentityCenterEmulator.Http;
using IdentityCenterEmulator.SignIn;
using IdentityCenterEmulator.State;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace IdentityCenterEmulator.Oidc;

/// <summary>The browser's side of the authorization code flow (RFC 6749, section 4.1; RFC 7636).</summary>
internal sealed class AuthorizeEndpoint(EmulatorState state)
{
    // base64url of SHA-256, RFC 7636, section 4.2.
    private const int ChallengeLength = 43;

    /// <summary>GET: checks the request and shows the page, or answers at once where nobody is to be asked.</summary>
    public async Task StartAsync(HttpContext context)
    {
        var query = context.Request.Query;

        // Without a known client and redirect URI there is nowhere safe to send an error to: say it here (RFC 6749, section 4.1.2.1).
        var client = state.Clients.Find(query["client_id"]) ?? throw OidcError.InvalidRequest("client_id is unknown or its registration has expired");
        if (!RedirectUri.TryParse(query["redirect_uri"], out var redirectUri) || !client.RedirectUris.Any(registered => RedirectUri.Matches(registered, redirectUri)))
        {
            throw OidcError.InvalidRequest("redirect_uri is not one that the client registered");
        }

        var request = new AuthorizationRequest
        {
            Client = client,
            RedirectUri = redirectUri,
            State = query["state"].ToString(),
            CodeChallenge = query["code_challenge"].ToString(),
        };
        if (Problem(query, request) is { } error)
        {
            Redirect(context, request, "error", error);
            return;
        }

        switch (state.Faults.SignIn)
        {
            case EmulatorSignIn.AutoApprove:
                Redirect(context, request, "code", state.Authorizations.IssueCode(request));
                break;
            case EmulatorSignIn.AutoDeny:
                Redirect(context, request, "error", "access_denied");
                break;
            default:
                var page = SignInPages.Authorize(client.ClientName, client.IssuerUrl ?? "", client.Scopes, state.Authorizations.AddPending(request));
                await Answer.WriteAsync(context, StatusCodes.Status200OK, SignInPages.ContentType, page);
                break;
        }
    }

    /// <summary>POST: the person has pressed a button.</summary>
    public async Task DecideAsync(HttpContext context)
    {
        var form = await SignInForm.ReadAsync(context.Request);
        var decision = form["decision"].ToString();
        if (decision is not (SignInPages.Allow or SignInPages.Deny) || state.Authorizations.TakePending(form["request_id"]) is not { } request)
        {
            var page = SignInPages.Result("This request is no longer open", "It has been answered already, or it never was one. Start the sign-in again.");
            await Answer.WriteAsync(context, StatusCodes.Status400BadRequest, SignInPages.ContentType, page);
            return;
        }

        if (decision == SignInPages.Allow)
        {
            Redirect(context, request, "code", state.Authorizations.IssueCode(request));
        }
        else
        {
            Redirect(context, request, "error", "access_denied");
        }
    }

    private static string? Problem(IQueryCollection query, AuthorizationRequest request)
    {
        if (query["response_type"] != "code")
        {
            return "unsupported_response_type";
        }

        if (!request.Client.Allows(GrantType.AuthorizationCode))
        {
            return "unauthorized_client";
        }

        return query["code_challenge_method"] == "S256" && request.CodeChallenge.Length == ChallengeLength ? null : "invalid_request";
    }

    private static void Redirect(HttpContext context, AuthorizationRequest request, string name, string value)
    {
        var target = QueryHelpers.AddQueryString(request.RedirectUri.OriginalString, name, value);
        if (request.State.Length > 0)
        {
            target = QueryHelpers.AddQueryString(target, "state", request.State);
        }

        // 303: the browser must not post its form again to the client.
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = target;
        context.Response.Headers.CacheControl = "no-store";
    }
}
