using System.Xml.Linq;

namespace IdentityCenterEmulator.Sts;

/// <summary>The XML answers of the query protocol.</summary>
internal static class StsXml
{
    public const string ContentType = "text/xml";

    private static readonly XNamespace Namespace = "https://sts.amazonaws.com/doc/2011-06-15/";

    public static string CallerIdentity(string arn, string userId, string account, string requestId) => new XElement(
        Namespace + "GetCallerIdentityResponse",
        new XElement(
            Namespace + "GetCallerIdentityResult",
            new XElement(Namespace + "Arn", arn),
            new XElement(Namespace + "UserId", userId),
            new XElement(Namespace + "Account", account)),
        new XElement(Namespace + "ResponseMetadata", new XElement(Namespace + "RequestId", requestId))).ToString();

    public static string Error(string code, string message, int statusCode, string requestId) => new XElement(
        Namespace + "ErrorResponse",
        new XElement(
            Namespace + "Error",
            new XElement(Namespace + "Type", statusCode >= 500 ? "Receiver" : "Sender"),
            new XElement(Namespace + "Code", code),
            new XElement(Namespace + "Message", message)),
        new XElement(Namespace + "RequestId", requestId)).ToString();
}
