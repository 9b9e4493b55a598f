namespace AwsSsoCredentials.Config;

/// <summary>An endpoint that somebody configured.</summary>
/// <param name="Url">An absolute http or https URL.</param>
/// <param name="Source">The variable or setting it comes from, for messages.</param>
internal sealed record ConfiguredEndpoint(Uri Url, string Source);
