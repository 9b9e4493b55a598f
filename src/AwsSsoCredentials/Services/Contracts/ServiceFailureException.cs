namespace AwsSsoCredentials.Services.Contracts;

/// <summary>
/// A call to a service failed. Internal: the rooms above know the profile and turn it into an <see cref="SsoException"/>.
/// </summary>
/// <remarks>
/// The message is one line: the operation, the URL and what came of it in the service's own words, without the secrets that were sent. An
/// exception of the SDK is never the inner one: it can hold bodies of requests and answers.
/// </remarks>
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

    /// <summary>Gets the id of the request for AWS support, or null.</summary>
    public string? RequestId { get; init; }

    /// <summary>
    /// Gets a value indicating whether the service may have acted on the request. False only where it certainly did not see it (no
    /// connection, no TLS) or says that it turned it away (throttled).
    /// </summary>
    public bool MayHaveBeenProcessed { get; init; } = true;

    /// <summary>
    /// Gets a value indicating whether the answer is a page, without a code of the service: a proxy or gateway in between gave it, and AWS is
    /// not to blame.
    /// </summary>
    public bool IsOfGateway { get; init; }

    /// <summary>Gets the pause the service asked for, or null.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
