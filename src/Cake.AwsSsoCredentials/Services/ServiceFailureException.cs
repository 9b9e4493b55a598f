namespace Cake.AwsSsoCredentials.Services;

/// <summary>
/// A call to a service failed. Internal: the rooms above know the profile and turn it into an <see cref="SsoException"/>.
/// </summary>
/// <remarks>The message holds the service's own words on one line; tokens that were sent are cut out of it.</remarks>
internal sealed class ServiceFailureException(
    ServiceFailureKind kind, string operation, Uri endpoint, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>Gets what went wrong.</summary>
    public ServiceFailureKind Kind { get; } = kind;

    /// <summary>Gets the operation, e.g. <c>GetRoleCredentials</c>.</summary>
    public string Operation { get; } = operation;

    /// <summary>Gets the base URL that was called.</summary>
    public Uri Endpoint { get; } = endpoint;

    /// <summary>Gets the HTTP status, or null when there was no answer.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Gets the error code the service gave, or null.</summary>
    public string? Code { get; init; }

    /// <summary>Gets the id of the request for AWS support, or null.</summary>
    public string? RequestId { get; init; }

    /// <summary>Gets the pause the service asked for, or null.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
