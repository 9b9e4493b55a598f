using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace IdentityCenterEmulator.Sts;

/// <summary>
/// What a request says about its Signature Version 4: in the <c>Authorization</c> header, or in the query where it is presigned
/// (docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).
/// </summary>
internal sealed record SigV4Authorization
{
    public const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>The parameter that a presigned request's own signature cannot cover.</summary>
    public const string SignatureParameter = "X-Amz-Signature";

    private const string AlgorithmParameter = "X-Amz-Algorithm";
    private const int LongestExpiry = 604800;

    public required string AccessKeyId { get; init; }

    public required string Date { get; init; }

    public required string Region { get; init; }

    public required string Service { get; init; }

    public required IReadOnlyList<string> SignedHeaders { get; init; }

    public required string Signature { get; init; }

    /// <summary>When it was signed, as written.</summary>
    public required string Time { get; init; }

    /// <summary>The session token; empty where there is none.</summary>
    public required string Token { get; init; }

    public string Scope => $"{Date}/{Region}/{Service}/aws4_request";

    public static SigV4Authorization Of(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        var query = QueryHelpers.ParseQuery(request.QueryString.Value);
        var isPresigned = query.ContainsKey(AlgorithmParameter) || query.ContainsKey(SignatureParameter);
        return !isPresigned ? OfHeader(header, request.Headers)
            : header.Length == 0 ? OfQuery(query)
            : throw StsError.IncompleteSignature("Only one signature is allowed: that of the query or that of the Authorization header");
    }

    private static SigV4Authorization OfHeader(string header, IHeaderDictionary headers)
    {
        if (!header.StartsWith(Algorithm + " ", StringComparison.Ordinal))
        {
            throw header.Length == 0 ? StsError.MissingAuthenticationToken() : StsError.IncompleteSignature($"The algorithm is not {Algorithm}");
        }

        // The parts may stand in any order, with or without a blank after the comma.
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in header[Algorithm.Length..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || !parts.TryAdd(part[..equals], part[(equals + 1)..]))
            {
                throw StsError.IncompleteSignature("Authorization header is malformed");
            }
        }

        if (!parts.TryGetValue("Credential", out var credential) || !parts.TryGetValue("SignedHeaders", out var signedHeaders) || !parts.TryGetValue("Signature", out var signature))
        {
            throw StsError.IncompleteSignature("Authorization header requires 'Credential', 'SignedHeaders' and 'Signature' parameters");
        }

        return Create(credential, signedHeaders, signature, headers["x-amz-date"].ToString(), headers["x-amz-security-token"].ToString());
    }

    private static SigV4Authorization OfQuery(Dictionary<string, StringValues> query)
    {
        if (Parameter(AlgorithmParameter) != Algorithm)
        {
            throw StsError.IncompleteSignature($"The algorithm is not {Algorithm}");
        }

        // STS does not go by the value: such a URL is good for 15 minutes (kubernetes-sigs/aws-iam-authenticator, pkg/token).
        if (!int.TryParse(Parameter("X-Amz-Expires"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > LongestExpiry)
        {
            throw StsError.IncompleteSignature($"X-Amz-Expires must be a number of seconds, at most {LongestExpiry}");
        }

        return Create(
            Parameter("X-Amz-Credential"),
            Parameter("X-Amz-SignedHeaders"),
            Parameter(SignatureParameter),
            Parameter("X-Amz-Date"),
            query.ContainsKey("X-Amz-Security-Token") ? Parameter("X-Amz-Security-Token") : "");

        string Parameter(string name) => query.TryGetValue(name, out var values) && values is [{ Length: > 0 } value]
            ? value
            : throw StsError.IncompleteSignature($"The query of a presigned request requires '{name}' once");
    }

    private static SigV4Authorization Create(string credential, string signedHeaders, string signature, string time, string token) =>
        credential.Split('/') is [var accessKeyId, var date, var region, var service, "aws4_request"]
            ? new SigV4Authorization
            {
                AccessKeyId = accessKeyId,
                Date = date,
                Region = region,
                Service = service,
                SignedHeaders = signedHeaders.Split(';'),
                Signature = signature,
                Time = time,
                Token = token,
            }
            : throw StsError.IncompleteSignature("Credential must be KEY/DATE/REGION/SERVICE/aws4_request");
}
