using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.SSO.Model;

namespace IdentityCenterEmulator.Tests.Sts;

/// <summary>A signer written apart from the verifier, for requests that the real client does not send.</summary>
internal sealed class Signer(RoleCredentials keys)
{
    public DateTimeOffset Date { get; init; } = DateTimeOffset.UtcNow;

    public string Service { get; init; } = "sts";

    /// <summary>A further signed header: its name, the value sent, and the value that the canonical form holds.</summary>
    public (string Name, string Sent, string Canonical)? Extra { get; init; }

    public HttpRequestMessage Sign(Uri url, HttpMethod method, string query, string body)
    {
        var date = Date.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["host"] = url.Authority,
            ["x-amz-date"] = date,
            ["x-amz-security-token"] = keys.SessionToken,
        };
        if (Extra is { } extra)
        {
            headers[extra.Name] = extra.Canonical;
        }

        var signedHeaders = string.Join(';', headers.Keys);
        var canonical = $"{method}\n/\n{CanonicalQuery(query)}\n{string.Concat(headers.Select(header => $"{header.Key}:{header.Value}\n"))}\n{signedHeaders}\n{Hash(body)}";
        var scope = $"{date[..8]}/eu-west-1/{Service}/aws4_request";
        var key = Hmac(Hmac(Hmac(Hmac(Encoding.UTF8.GetBytes("AWS4" + keys.SecretAccessKey), date[..8]), "eu-west-1"), Service), "aws4_request");
        var signature = Convert.ToHexStringLower(Hmac(key, $"AWS4-HMAC-SHA256\n{date}\n{scope}\n{Hash(canonical)}"));

        var request = new HttpRequestMessage(method, new Uri(url.AbsoluteUri + query));
        if (method == HttpMethod.Post)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        }

        request.Headers.Add("x-amz-date", date);
        request.Headers.Add("x-amz-security-token", keys.SessionToken);
        if (Extra is { } sent)
        {
            request.Headers.TryAddWithoutValidation(sent.Name, sent.Sent);
        }

        request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential={keys.AccessKeyId}/{scope}, SignedHeaders={signedHeaders}, Signature={signature}");
        return request;
    }

    private static string CanonicalQuery(string query) => query switch
    {
        "" => "",
        "?Action=GetCallerIdentity&Version=2011-06-15" => "Action=GetCallerIdentity&Version=2011-06-15",

        // By hand, from the rules: sorted by name then value, upper-case escapes, "~" plain, "=" even without a value.
        "?Version=2011-06-15&Action=GetCallerIdentity&z=%7e&a=b%20c&a=B%2Bc&empty" => "Action=GetCallerIdentity&Version=2011-06-15&a=B%2Bc&a=b%20c&empty=&z=~",
        _ => throw new ArgumentOutOfRangeException(nameof(query), query, "No canonical form was worked out for this query."),
    };

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
