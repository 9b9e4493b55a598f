using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IdentityCenterEmulator.SignIn;
using IdentityCenterEmulator.Sts;
using Microsoft.AspNetCore.Http;

namespace IdentityCenterEmulator.Http;

/// <summary>An error in the form of the service that was called, as traces of the real services show it (aws/aws-cli#5878, oktaws #512).</summary>
internal static partial class ErrorAnswer
{
    private const string OidcNamespace = ":http://internal.amazon.com/coral/com.amazonaws.sso.oidc/";
    private const string PortalNamespace = "com.amazonaws.switchboard.portal#";

    public static Task WriteAsync(HttpContext context, EmulatorOperation operation, int statusCode, string errorType, string message)
    {
        CallContext.Of(context)?.Entry.Update(call => call with { ErrorType = errorType });
        switch (operation)
        {
            case EmulatorOperation.GetCallerIdentity:
                return Answer.WriteAsync(context, statusCode, StsXml.ContentType, StsXml.Error(errorType, message, statusCode, context.TraceIdentifier));
            case EmulatorOperation.Authorize:
                return Answer.WriteAsync(context, statusCode, SignInPages.ContentType, SignInPages.Result("Sign-in is not possible", $"{errorType}: {message}"));
            case EmulatorOperation.RegisterClient or EmulatorOperation.StartDeviceAuthorization or EmulatorOperation.CreateToken:
                context.Response.Headers["x-amzn-ErrorType"] = errorType + OidcNamespace;
                return Answer.WriteAsync(context, statusCode, Answer.Json, new JsonObject { ["error"] = OAuthError(errorType), ["error_description"] = message }.ToJsonString());
            default:
                context.Response.Headers["x-amzn-ErrorType"] = errorType;
                return Answer.WriteAsync(context, statusCode, Answer.Json, new JsonObject { ["message"] = message, ["__type"] = PortalNamespace + errorType }.ToJsonString());
        }
    }

    /// <summary>AWS's type names are OAuth's codes in another spelling, but for one.</summary>
    internal static string OAuthError(string errorType)
    {
        if (errorType == "InternalServerException")
        {
            return "server_error";
        }

        var name = errorType.EndsWith("Exception", StringComparison.Ordinal) ? errorType[..^"Exception".Length] : errorType;
        return WordStart().Replace(name, "_").ToLowerInvariant();
    }

    [GeneratedRegex("(?<!^)(?=[A-Z])")]
    private static partial Regex WordStart();
}
