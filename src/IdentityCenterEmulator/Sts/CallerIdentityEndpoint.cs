using System.Security.Cryptography;
using System.Text;
using IdentityCenterEmulator.Http;
using IdentityCenterEmulator.State;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace IdentityCenterEmulator.Sts;

/// <summary>GetCallerIdentity, the one operation of STS that proves a key triple.</summary>
internal sealed class CallerIdentityEndpoint(EmulatorState state)
{
    private readonly SigV4Verifier _verifier = new(state.Credentials, state.Clock);

    public async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var keys = _verifier.Verify(context.Request, body.ToArray());

        // A presigned request has them in its query, also where it is a POST.
        var parameters = QueryHelpers.ParseQuery(context.Request.QueryString.Value);
        if (!parameters.ContainsKey("Action"))
        {
            parameters = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body.ToArray()));
        }

        if (parameters.GetValueOrDefault("Action") != "GetCallerIdentity" || parameters.GetValueOrDefault("Version") != "2011-06-15")
        {
            throw StsError.InvalidAction("Could not find operation: the emulator knows GetCallerIdentity of version 2011-06-15 alone");
        }

        // A permission set has one role per account whose suffix never changes: derive it.
        var seed = SHA256.HashData(Encoding.UTF8.GetBytes($"{keys.AccountId}/{keys.RoleName}"));
        var roleId = "AROA" + string.Concat(seed.AsSpan(8, 17).ToArray().Select(value => (char)('A' + (value % 26))));
        var user = state.Options.UserName;
        var arn = $"arn:aws:sts::{keys.AccountId}:assumed-role/AWSReservedSSO_{keys.RoleName}_{Convert.ToHexStringLower(seed.AsSpan(0, 8))}/{user}";

        // As the servers of Kubernetes clusters ask for it (kubernetes-sigs/aws-iam-authenticator).
        var asJson = context.Request.Headers.Accept.ToString().Contains(Answer.Json, StringComparison.OrdinalIgnoreCase);
        await Answer.WriteAsync(
            context,
            StatusCodes.Status200OK,
            asJson ? Answer.Json : StsXml.ContentType,
            asJson
                ? StsJson.CallerIdentity(arn, $"{roleId}:{user}", keys.AccountId, context.TraceIdentifier)
                : StsXml.CallerIdentity(arn, $"{roleId}:{user}", keys.AccountId, context.TraceIdentifier));
    }
}
