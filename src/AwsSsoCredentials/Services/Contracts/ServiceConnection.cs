namespace AwsSsoCredentials.Services.Contracts;

/// <summary>Where a service of AWS is reached.</summary>
/// <param name="Endpoint">The base URL.</param>
/// <param name="Region">The region of the service, e.g. the <c>sso_region</c>.</param>
/// <param name="CaBundle">The full path of a PEM file with the certificate authorities to trust instead of the system's, or null.</param>
internal sealed record ServiceConnection(Uri Endpoint, string Region, string? CaBundle = null)
{
    /// <summary>Gets how long one call may take in all, from the connection to the last byte of the answer.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
