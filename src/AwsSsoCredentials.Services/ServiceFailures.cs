using System.Net.Sockets;
using System.Security.Authentication;
using Amazon.Runtime;
using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Services.Http;

namespace AwsSsoCredentials.Services;

/// <summary>
/// Turns what went wrong with a call into a <see cref="ServiceFailureException"/>. Nothing of the SDK's exceptions goes on but the code and
/// message of an error answer: they hold bodies of answers, and their inner exceptions even lines of the user's files.
/// </summary>
internal static class ServiceFailures
{
    /// <summary>Makes the failure of a call that took too long.</summary>
    public static ServiceFailureException TimedOut(string operation, ServiceConnection connection) => new(
        ServiceFailureKind.TimedOut,
        operation,
        connection.Endpoint,
        FormattableString.Invariant(
            $"{operation} at {FailureText.Show(connection.Endpoint)} gave no whole answer within {connection.CallTimeout.TotalSeconds:0.#} s"));

    /// <summary>Makes the failure of a call that ended with an exception.</summary>
    public static ServiceFailureException From(
        Exception cause, RecordedAnswer answer, string operation, ServiceConnection connection, IReadOnlyList<string> secrets)
    {
        if (answer.StatusCode is { } status)
        {
            return FromAnswer(cause, answer, status, operation, connection, secrets);
        }

        var (kind, what) = answer.Break is { } network
            ? (ServiceFailureKind.Unreachable, Describe(network))
            : (ServiceFailureKind.Other, $"failed in this process ({cause.GetBaseException().GetType().Name})");
        return new ServiceFailureException(
            kind, operation, connection.Endpoint, $"{operation} at {FailureText.Show(connection.Endpoint)} {what}")
        {
            MayHaveBeenProcessed = ErrorOf(answer.Break) is not (HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError),
        };
    }

    private static ServiceFailureException FromAnswer(
        Exception cause, RecordedAnswer answer, int status, string operation, ServiceConnection connection, IReadOnlyList<string> secrets)
    {
        // XML errors (STS) are read by the SDK alone. An unmarshalling error is no answer: its message quotes the body.
        var sdk = answer.Code is null && status >= 400 && cause is AmazonServiceException and not AmazonUnmarshallingException
            ? (AmazonServiceException)cause
            : null;
        var isXml = answer.MediaType?.EndsWith("xml", StringComparison.OrdinalIgnoreCase) == true;
        var code = answer.Code ?? (isXml ? sdk?.ErrorCode : null);
        var words = answer.Words ?? (isXml ? sdk?.Message : null);
        var requestId = answer.RequestId ?? (isXml ? sdk?.RequestId : null);
        var kind = status >= 400 ? FailureKinds.Of(status, code, answer.MediaType) : ServiceFailureKind.UnusableAnswer;
        var isOfGateway = code is null && status >= 400 && FailureKinds.IsPage(answer.MediaType);
        var what = Describe(cause, answer, status, kind, isOfGateway)
            ?? $"answered HTTP {status}"
                + (string.IsNullOrWhiteSpace(code) ? null : " " + FailureText.Clean(code, secrets))
                + (string.IsNullOrWhiteSpace(words) ? null : ": " + FailureText.Clean(words, secrets).TrimEnd('.'));
        var request = requestId is null ? null : $" (request id {FailureText.Clean(requestId, secrets)})";
        return new ServiceFailureException(
            kind, operation, connection.Endpoint, $"{operation} at {FailureText.Show(connection.Endpoint)} {what}{request}")
        {
            RequestId = requestId is null ? null : FailureText.Clean(requestId, secrets),
            RetryAfter = answer.RetryAfter,
            IsOfGateway = isOfGateway,
            MayHaveBeenProcessed = kind != ServiceFailureKind.Throttled,
        };
    }

    /// <summary>Says why an answer is of no use; null for an error answer of the service itself.</summary>
    private static string? Describe(Exception cause, RecordedAnswer answer, int status, ServiceFailureKind kind, bool isOfGateway)
    {
        if (status is >= 300 and < 400)
        {
            var target = answer.RedirectHost is { } host ? $" to {host}" : null;
            return $"answered HTTP {status}, a redirect{target}, as sign-in pages of networks and proxies do";
        }

        if (cause is UnusableAnswerException unusable)
        {
            return $"answered HTTP {status}, but the answer {unusable.Message}";
        }

        if (kind != ServiceFailureKind.UnusableAnswer && !isOfGateway)
        {
            return null;
        }

        return status < 300
            ? $"answered HTTP {status} with {answer.MediaType ?? "no content type"} that is no answer of this service"
            : $"answered HTTP {status} with {answer.MediaType}, as AWS does not: a proxy or gateway may stand between";
    }

    /// <summary>Says what the network did. The exceptions' own messages can hold the user and password of a proxy's URL.</summary>
    private static string Describe(Exception cause)
    {
        if (Chain(cause).OfType<AuthenticationException>().FirstOrDefault() is { } tls)
        {
            return $"did not get a trusted TLS connection: {FailureText.Clean(tls.Message, []).TrimEnd('.')}";
        }

        var error = ErrorOf(cause);
        if (error == HttpRequestError.ProxyTunnelError)
        {
            return cause is HttpRequestException { StatusCode: { } status }
                ? $"was refused by the proxy with HTTP {(int)status}"
                : "was refused by the proxy";
        }

        return Chain(cause).OfType<SocketException>().FirstOrDefault() is { } socket
            ? $"was not reached: {FailureText.Clean(socket.Message, [])}"
            : error switch
            {
                HttpRequestError.ResponseEnded => "was not answered: the connection was closed",
                HttpRequestError.ConfigurationLimitExceeded => "was answered with more than fits",
                HttpRequestError.InvalidResponse => "was answered with something other than HTTP",
                _ => "was not answered: the connection broke",
            };
    }

    private static HttpRequestError ErrorOf(Exception? cause) => Chain(cause)
        .Select(e => e switch
        {
            HttpRequestException request => request.HttpRequestError,
            HttpIOException io => io.HttpRequestError,
            _ => HttpRequestError.Unknown,
        })
        .FirstOrDefault(error => error != HttpRequestError.Unknown);

    private static IEnumerable<Exception> Chain(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            yield return exception;
        }
    }
}
