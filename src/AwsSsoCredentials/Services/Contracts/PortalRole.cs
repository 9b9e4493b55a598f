namespace AwsSsoCredentials.Services.Contracts;

/// <summary>A role the user has in an account.</summary>
internal sealed record PortalRole(string AccountId, string RoleName);
