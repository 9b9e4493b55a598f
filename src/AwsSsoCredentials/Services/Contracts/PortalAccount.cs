namespace AwsSsoCredentials.Services.Contracts;

/// <summary>An account the user has roles in.</summary>
internal sealed record PortalAccount(string AccountId, string? AccountName, string? EmailAddress);
