using AwsSsoCredentials.Services.Contracts;

namespace AwsSsoCredentials.Services;

/// <summary>Sorts error answers, by their code before their status.</summary>
internal static class FailureKinds
{
    private const string Html = "text/html";
    private const string Xhtml = "application/xhtml+xml";
    private const string Plain = "text/plain"; // "upstream request timeout" of Envoy

    /// <summary>Tells whether an answer is written for people, as proxies and gateways do, and AWS never does.</summary>
    public static bool IsPage(string? mediaType) => mediaType is Html or Xhtml or Plain;

    /// <summary>Tells the kind of an answer with a status of 400 or more.</summary>
    public static ServiceFailureKind Of(int status, string? code, string? mediaType)
    {
        if (status == 429 || IsThrottle(code))
        {
            return ServiceFailureKind.Throttled;
        }

        if (status >= 500)
        {
            return ServiceFailureKind.ServerError;
        }

        if (OfOidc(status, code) is { } oidc)
        {
            return oidc;
        }

        // "Your page was blocked": telling such a user that the role is not assigned would send them astray.
        if (code is null && mediaType is Html or Xhtml)
        {
            return status == 407 ? ServiceFailureKind.Unreachable : ServiceFailureKind.UnusableAnswer;
        }

        return status switch
        {
            400 => ServiceFailureKind.InvalidRequest,
            401 => ServiceFailureKind.Unauthorized,
            403 => ServiceFailureKind.Forbidden,
            404 => ServiceFailureKind.NotFound,
            407 => ServiceFailureKind.Unreachable,
            408 => ServiceFailureKind.TimedOut,
            _ => ServiceFailureKind.Other,
        };
    }

    // The SDKs' common list (botocore/retries/standard.py, ThrottledRetryableChecker), as far as other services than S3, and S3's one, use it.
    private static bool IsThrottle(string? code) => code
        is "TooManyRequestsException"
        or "Throttling"
        or "ThrottlingException"
        or "ThrottledException"
        or "RequestThrottled"
        or "RequestThrottledException"
        or "SlowDown"
        or "RequestLimitExceeded"
        or "BandwidthLimitExceeded"
        or "LimitExceededException"
        or "PriorRequestNotComplete";

    // Exception names of sso-oidc (botocore/data/sso-oidc/2019-06-10/service-2.json) and the values of OAuth's `error` (RFC 6749, 8628).
    private static ServiceFailureKind? OfOidc(int status, string? code) => code switch
    {
        "AuthorizationPendingException" or "authorization_pending" => ServiceFailureKind.AuthorizationPending,
        "SlowDownException" or "slow_down" => ServiceFailureKind.SlowDown,

        // STS uses these two names with 403.
        "ExpiredTokenException" or "expired_token" when status == 400 => ServiceFailureKind.ExpiredToken,
        "AccessDeniedException" or "access_denied" when status == 400 => ServiceFailureKind.AccessDenied,
        "InvalidGrantException" or "invalid_grant" => ServiceFailureKind.InvalidGrant,
        "InvalidClientException" or "invalid_client" => ServiceFailureKind.InvalidClient,
        "InvalidScopeException" or "invalid_scope" => ServiceFailureKind.InvalidScope,
        "UnauthorizedClientException" or "unauthorized_client" or "UnsupportedGrantTypeException" or "unsupported_grant_type" =>
            ServiceFailureKind.UnauthorizedClient,
        "InvalidRequestException" or "invalid_request" or "InvalidClientMetadataException" or "invalid_client_metadata"
            or "InvalidRedirectUriException" or "invalid_redirect_uri" => ServiceFailureKind.InvalidRequest,
        "UnauthorizedException" => ServiceFailureKind.Unauthorized,
        "ForbiddenException" => ServiceFailureKind.Forbidden,
        "ResourceNotFoundException" => ServiceFailureKind.NotFound,
        _ => null,
    };
}
