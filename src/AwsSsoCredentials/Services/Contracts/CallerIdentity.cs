namespace AwsSsoCredentials.Services.Contracts;

/// <summary>The answer of GetCallerIdentity.</summary>
internal sealed record CallerIdentity(string AccountId, string Arn, string UserId);
