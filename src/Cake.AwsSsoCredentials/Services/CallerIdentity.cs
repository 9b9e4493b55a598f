namespace Cake.AwsSsoCredentials.Services;

/// <summary>The answer of GetCallerIdentity.</summary>
internal sealed record CallerIdentity(string AccountId, string Arn, string UserId);
