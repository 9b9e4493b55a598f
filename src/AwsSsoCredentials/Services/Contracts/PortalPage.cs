namespace AwsSsoCredentials.Services.Contracts;

/// <summary>One page of a list of the portal.</summary>
/// <param name="Items">The items; a page may be empty and yet not be the last.</param>
/// <param name="NextToken">What asks for the next page; null on the last one, never empty.</param>
internal sealed record PortalPage<T>(IReadOnlyList<T> Items, string? NextToken);
