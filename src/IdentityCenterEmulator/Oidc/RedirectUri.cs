using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace IdentityCenterEmulator.Oidc;

/// <summary>Redirect URIs of native clients: http on a loopback address, any port at request time (RFC 8252, section 7.3).</summary>
internal static class RedirectUri
{
    public static bool TryParse(string? text, [NotNullWhen(true)] out Uri? uri)
    {
        uri = null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var parsed) || parsed.Scheme != Uri.UriSchemeHttp || parsed.Fragment.Length > 0 || parsed.UserInfo.Length > 0)
        {
            return false;
        }

        uri = IPAddress.TryParse(parsed.DnsSafeHost, out var address) && IPAddress.IsLoopback(address) ? parsed : null;
        return uri is not null;
    }

    public static bool Matches(string registered, Uri requested) => TryParse(registered, out var uri)
        && uri.DnsSafeHost == requested.DnsSafeHost
        && uri.PathAndQuery == requested.PathAndQuery;
}
