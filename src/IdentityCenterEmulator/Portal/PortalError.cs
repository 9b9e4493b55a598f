using IdentityCenterEmulator.Http;

namespace IdentityCenterEmulator.Portal;

/// <summary>The errors of the portal (botocore, sso/2019-06-10/service-2.json; the 403 is not modelled but real: aws/aws-cli#7871).</summary>
internal static class PortalError
{
    public static ServiceException Forbidden() => new(403, "ForbiddenException", "No access");

    public static ServiceException InvalidRequest(string message) => new(400, "InvalidRequestException", message);

    public static ServiceException ResourceNotFound(string message) => new(404, "ResourceNotFoundException", message);

    public static ServiceException Unauthorized() => new(401, "UnauthorizedException", "Session token not found or invalid");
}
