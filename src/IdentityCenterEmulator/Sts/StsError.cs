using IdentityCenterEmulator.Http;

namespace IdentityCenterEmulator.Sts;

/// <summary>The common errors of STS (docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html).</summary>
internal static class StsError
{
    public static ServiceException ExpiredToken() => new(403, "ExpiredToken", "The security token included in the request is expired");

    public static ServiceException IncompleteSignature(string message) => new(400, "IncompleteSignature", message);

    public static ServiceException InvalidAction(string message) => new(400, "InvalidAction", message);

    public static ServiceException InvalidClientTokenId() => new(403, "InvalidClientTokenId", "The security token included in the request is invalid.");

    public static ServiceException MissingAuthenticationToken() => new(403, "MissingAuthenticationToken", "Request is missing Authentication Token");

    public static ServiceException SignatureDoesNotMatch(string message) => new(403, "SignatureDoesNotMatch", message);
}
