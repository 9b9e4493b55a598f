using System.Text.Json.Nodes;

namespace IdentityCenterEmulator.Sts;

/// <summary>The answers of the query protocol to who prefers JSON.</summary>
internal static class StsJson
{
    public static string CallerIdentity(string arn, string userId, string account, string requestId) => new JsonObject
    {
        ["GetCallerIdentityResponse"] = new JsonObject
        {
            ["GetCallerIdentityResult"] = new JsonObject { ["Account"] = account, ["Arn"] = arn, ["UserId"] = userId },
            ["ResponseMetadata"] = new JsonObject { ["RequestId"] = requestId },
        },
    }.ToJsonString();
}
