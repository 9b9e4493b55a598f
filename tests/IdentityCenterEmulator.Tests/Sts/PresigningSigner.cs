using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.SSO.Model;

namespace IdentityCenterEmulator.Tests.Sts;

/// <summary>Presigns a request as the AWS CLI does, written apart from the verifier.</summary>
internal sealed class PresigningSigner(RoleCredentials keys)
{
    private const string EmptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    public DateTimeOffset Date { get; init; } = DateTimeOffset.UtcNow;

    public string Expires { get; init; } = "60";

    public string Method { get; init; } = "GET";

    /// <summary>A header that is signed beside the host.</summary>
    public (string Name, string Value)? Header { get; init; }

    /// <param name="url">Where it goes.</param>
    /// <param name="action">Parameters whose names begin with letters before X, encoded and sorted.</param>
    public Uri Presign(Uri url, string action)
    {
        var date = Date.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var scope = $"{date[..8]}/us-east-1/sts/aws4_request";
        var signedHeaders = "host" + (Header is { } named ? ";" + named.Name : "");
        var query = action
            + "&X-Amz-Algorithm=AWS4-HMAC-SHA256"
            + "&X-Amz-Credential=" + Uri.EscapeDataString($"{keys.AccessKeyId}/{scope}")
            + "&X-Amz-Date=" + date
            + "&X-Amz-Expires=" + Expires
            + "&X-Amz-Security-Token=" + Uri.EscapeDataString(keys.SessionToken)
            + "&X-Amz-SignedHeaders=" + Uri.EscapeDataString(signedHeaders);
        var headers = $"host:{url.Authority}\n" + (Header is { } own ? $"{own.Name}:{own.Value}\n" : "");
        var canonical = $"{Method}\n/\n{query}\n{headers}\n{signedHeaders}\n{EmptyHash}";
        var key = Hmac(Hmac(Hmac(Hmac(Encoding.UTF8.GetBytes("AWS4" + keys.SecretAccessKey), date[..8]), "us-east-1"), "sts"), "aws4_request");
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
        var signature = Convert.ToHexStringLower(Hmac(key, $"AWS4-HMAC-SHA256\n{date}\n{scope}\n{hash}"));
        return new Uri($"{url.AbsoluteUri}?{query}&X-Amz-Signature={signature}");
    }

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
