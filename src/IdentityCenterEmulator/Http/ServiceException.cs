namespace IdentityCenterEmulator.Http;

/// <summary>An answer of a service other than success; <see cref="ErrorAnswer"/> puts it in that service's form.</summary>
internal sealed class ServiceException(int statusCode, string errorType, string message) : Exception(message)
{
    public int StatusCode { get; } = statusCode;

    public string ErrorType { get; } = errorType;
}
