namespace IdentityCenterEmulator.Sts;

/// <summary>
/// A parsed <c>Authorization</c> header of Signature Version 4
/// (docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).
/// </summary>
internal sealed record SigV4Authorization(string AccessKeyId, string Date, string Region, string Service, IReadOnlyList<string> SignedHeaders, string Signature)
{
    public const string Algorithm = "AWS4-HMAC-SHA256";

    public string Scope => $"{Date}/{Region}/{Service}/aws4_request";

    public static SigV4Authorization Parse(string header)
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

        return credential.Split('/') is [var accessKeyId, var date, var region, var service, "aws4_request"]
            ? new SigV4Authorization(accessKeyId, date, region, service, signedHeaders.Split(';'), signature)
            : throw StsError.IncompleteSignature("Credential must be KEY/DATE/REGION/SERVICE/aws4_request");
    }
}
