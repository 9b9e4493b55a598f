using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace IdentityCenterEmulator.Sts;

/// <summary>The canonical form of a request as it arrived (SigV4, step 1): from the raw target, so that a framework's decoding does not repair what was sent.</summary>
internal static partial class SigV4CanonicalRequest
{
    public static string Create(HttpRequest request, IReadOnlyList<string> signedHeaders, byte[] body)
    {
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var question = target.IndexOf('?', StringComparison.Ordinal);
        var path = question < 0 ? target : target[..question];
        var query = question < 0 ? "" : target[(question + 1)..];

        var text = new StringBuilder();
        text.Append(request.Method).Append('\n');
        text.Append(path.Length == 0 ? "/" : Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal)).Append('\n');
        text.Append(Query(query)).Append('\n');
        foreach (var name in signedHeaders)
        {
            text.Append(name).Append(':').Append(HeaderValue(request, name)).Append('\n');
        }

        text.Append('\n').AppendJoin(';', signedHeaders).Append('\n');
        text.Append(Convert.ToHexStringLower(SHA256.HashData(body)));
        return text.ToString();
    }

    /// <summary>Sorted by encoded name, then by encoded value, without the signature itself. A plus is a plus: a blank is signed as %20.</summary>
    private static string Query(string query)
    {
        var pairs = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair =>
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            return equals < 0 ? (Name: Encode(pair), Value: "") : (Name: Encode(pair[..equals]), Value: Encode(pair[(equals + 1)..]));
        }).Where(pair => pair.Name != SigV4Authorization.SignatureParameter);
        return string.Join('&', pairs.OrderBy(pair => pair.Name, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal).Select(pair => $"{pair.Name}={pair.Value}"));
    }

    private static string Encode(string raw) => Uri.EscapeDataString(Uri.UnescapeDataString(raw));

    private static string HeaderValue(HttpRequest request, string name) =>
        string.Join(',', request.Headers[name].Select(value => Blanks().Replace((value ?? "").Trim(), " ")));

    [GeneratedRegex(" {2,}")]
    private static partial Regex Blanks();
}
