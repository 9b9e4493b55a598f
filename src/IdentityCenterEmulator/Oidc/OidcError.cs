using IdentityCenterEmulator.Http;

namespace IdentityCenterEmulator.Oidc;

/// <summary>The errors of the OIDC service (botocore, sso-oidc/2019-06-10/service-2.json).</summary>
internal static class OidcError
{
    public static ServiceException AccessDenied(string message) => new(400, "AccessDeniedException", message);

    public static ServiceException AuthorizationPending(string message) => new(400, "AuthorizationPendingException", message);

    public static ServiceException ExpiredToken(string message) => new(400, "ExpiredTokenException", message);

    public static ServiceException InvalidClient(string message) => new(401, "InvalidClientException", message);

    public static ServiceException InvalidClientMetadata(string message) => new(400, "InvalidClientMetadataException", message);

    public static ServiceException InvalidGrant(string message) => new(400, "InvalidGrantException", message);

    public static ServiceException InvalidRedirectUri(string message) => new(400, "InvalidRedirectUriException", message);

    public static ServiceException InvalidRequest(string message) => new(400, "InvalidRequestException", message);

    public static ServiceException SlowDown(string message) => new(400, "SlowDownException", message);

    public static ServiceException UnauthorizedClient(string message) => new(400, "UnauthorizedClientException", message);

    public static ServiceException UnsupportedGrantType(string message) => new(400, "UnsupportedGrantTypeException", message);
}
