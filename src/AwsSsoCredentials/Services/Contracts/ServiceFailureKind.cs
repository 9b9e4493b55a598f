namespace AwsSsoCredentials.Services.Contracts;

/// <summary>What went wrong with a call, as far as callers act differently on it.</summary>
internal enum ServiceFailureKind
{
    /// <summary>No connection, name not resolved, connection dropped, TLS refused.</summary>
    Unreachable,

    /// <summary>No answer in time.</summary>
    TimedOut,

    /// <summary>429, TooManyRequests and the other throttle codes.</summary>
    Throttled,

    /// <summary>5xx of the service.</summary>
    ServerError,

    /// <summary>An answer that is none: HTML, half JSON, a missing or empty member, an expiration in the past.</summary>
    UnusableAnswer,

    /// <summary>401 of the portal: the access token is unknown, expired, revoked or of another region.</summary>
    Unauthorized,

    /// <summary>403: the role is not assigned to this user, or misspelt.</summary>
    Forbidden,

    /// <summary>404: account or role unknown.</summary>
    NotFound,

    /// <summary>400 InvalidRequest.</summary>
    InvalidRequest,

    /// <summary>OIDC authorization_pending: keep polling.</summary>
    AuthorizationPending,

    /// <summary>OIDC slow_down: poll 5 seconds slower.</summary>
    SlowDown,

    /// <summary>OIDC expired_token: the device code or authorization code is too old.</summary>
    ExpiredToken,

    /// <summary>OIDC access_denied: the person refused, or may not.</summary>
    AccessDenied,

    /// <summary>OIDC invalid_grant: code or refresh token bad, used or revoked.</summary>
    InvalidGrant,

    /// <summary>OIDC invalid_client: the registration is wrong or expired.</summary>
    InvalidClient,

    /// <summary>OIDC invalid_scope.</summary>
    InvalidScope,

    /// <summary>OIDC unauthorized_client or unsupported_grant_type: the registration lacks the grant.</summary>
    UnauthorizedClient,

    /// <summary>Any other error.</summary>
    Other,
}
