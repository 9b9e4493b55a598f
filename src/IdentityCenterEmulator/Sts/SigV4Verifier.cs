using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IdentityCenterEmulator.State;
using Microsoft.AspNetCore.Http;

namespace IdentityCenterEmulator.Sts;

/// <summary>Verifies that a request was signed with exactly one of the issued key triples: key id, secret and session token.</summary>
internal sealed class SigV4Verifier(IssuedRoleCredentials credentials, TimeProvider clock)
{
    private const string DateFormat = "yyyyMMdd'T'HHmmss'Z'";
    private const string ContentHashHeader = "x-amz-content-sha256";

    private static readonly TimeSpan LargestSkew = TimeSpan.FromMinutes(15);

    public RoleCredentials Verify(HttpRequest request, byte[] body)
    {
        var authorization = SigV4Authorization.Of(request);
        CheckSignedHeaders(request, authorization.SignedHeaders);
        CheckDate(authorization);

        if (authorization.Service != "sts")
        {
            throw StsError.SignatureDoesNotMatch("Credential should be scoped to correct service: 'sts'.");
        }

        if (credentials.Find(authorization.AccessKeyId) is not { } keys || !AreEqual(authorization.Token, keys.SessionToken))
        {
            throw StsError.InvalidClientTokenId();
        }

        var canonicalRequest = SigV4CanonicalRequest.Create(request, authorization.SignedHeaders, body);
        var contentHash = request.Headers[ContentHashHeader].ToString();
        if ((contentHash.Length > 0 && contentHash != Convert.ToHexStringLower(SHA256.HashData(body)))
            || !AreEqual(Sign(keys.SecretAccessKey, authorization, canonicalRequest), authorization.Signature))
        {
            throw StsError.SignatureDoesNotMatch("The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.");
        }

        return keys.Expiration > clock.GetUtcNow() ? keys : throw StsError.ExpiredToken();
    }

    private static void CheckSignedHeaders(HttpRequest request, IReadOnlyList<string> signedHeaders)
    {
        var isSorted = signedHeaders.Zip(signedHeaders.Skip(1)).All(pair => string.CompareOrdinal(pair.First, pair.Second) < 0);
        var isLowerCase = signedHeaders.All(name => name.Length > 0 && !name.Any(char.IsAsciiLetterUpper));
        if (!isSorted || !isLowerCase || signedHeaders.Any(name => !request.Headers.ContainsKey(name)))
        {
            throw StsError.IncompleteSignature("SignedHeaders must name headers of the request, in lower case and sorted");
        }

        // What is not signed could be exchanged on the way: host and every x-amz- header that is there must be covered.
        var required = request.Headers.Keys.Select(name => name.ToLowerInvariant()).Where(name => name.StartsWith("x-amz-", StringComparison.Ordinal)).Append("host");
        if (required.Except(signedHeaders, StringComparer.Ordinal).FirstOrDefault() is { } missing)
        {
            throw StsError.SignatureDoesNotMatch($"'{missing}' must be a 'SignedHeader' in the AWS Authorization.");
        }
    }

    private void CheckDate(SigV4Authorization authorization)
    {
        var text = authorization.Time;
        if (!DateTimeOffset.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
        {
            throw StsError.IncompleteSignature("Date must be in ISO-8601 'basic format' in X-Amz-Date");
        }

        if (!text.StartsWith(authorization.Date + "T", StringComparison.Ordinal))
        {
            throw StsError.SignatureDoesNotMatch("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP");
        }

        var now = clock.GetUtcNow();
        var nowText = now.ToString(DateFormat, CultureInfo.InvariantCulture);
        if (date < now - LargestSkew)
        {
            throw StsError.SignatureDoesNotMatch($"Signature expired: {text} is now earlier than {(now - LargestSkew).ToString(DateFormat, CultureInfo.InvariantCulture)} ({nowText} - 15 min.)");
        }

        if (date > now + LargestSkew)
        {
            throw StsError.SignatureDoesNotMatch($"Signature not yet current: {text} is still later than {(now + LargestSkew).ToString(DateFormat, CultureInfo.InvariantCulture)} ({nowText} + 15 min.)");
        }
    }

    private static string Sign(string secretAccessKey, SigV4Authorization authorization, string canonicalRequest)
    {
        var requestHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonicalRequest)));
        var stringToSign = $"{SigV4Authorization.Algorithm}\n{authorization.Time}\n{authorization.Scope}\n{requestHash}";
        var key = Encoding.UTF8.GetBytes("AWS4" + secretAccessKey);
        foreach (var part in (ReadOnlySpan<string>)[authorization.Date, authorization.Region, authorization.Service, "aws4_request"])
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }

        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(stringToSign)));
    }

    private static bool AreEqual(string left, string right) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));
}
