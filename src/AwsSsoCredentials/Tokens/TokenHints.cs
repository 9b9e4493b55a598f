using AwsSsoCredentials.Profiles;
using AwsSsoCredentials.Tokens.Cache;

namespace AwsSsoCredentials.Tokens;

/// <summary>Finds what a person probably overlooked when a token is missing or refused.</summary>
internal static class TokenHints
{
    /// <summary>Describes a token of the same start URL that stands under another name.</summary>
    /// <returns>A sentence with a leading blank; empty when there is no such token.</returns>
    /// <remarks>
    /// The name of the file depends on the session's name or the start URL to the last character, so logging in by a session and using a
    /// legacy profile (aws/aws-cli#9035), or writing the URL once with and once without a slash, miss each other.
    /// </remarks>
    public static string OtherToken(TokenCache cache, SsoSession session)
    {
        var expected = cache.PathOf(session);
        var spellings = Spellings(session.StartUrl).Select(cache.PathOf).ToHashSet(StringComparer.Ordinal);
        foreach (var (path, traces) in cache.FindAll())
        {
            if (path != expected
                && (traces.StartUrl is null ? spellings.Contains(path) : SameStartUrl(traces.StartUrl, session.StartUrl)))
            {
                return $" A token for the same start URL stands in {path}, obtained by another SSO session, a legacy profile or another"
                    + " spelling of the URL; make the profile use that one, or log in once more.";
            }
        }

        return "";
    }

    /// <summary>Describes how a token contradicts the session it is used for.</summary>
    /// <returns>A sentence; null when it does not.</returns>
    public static string? Mismatch(SsoSession session, string path, SsoToken token)
    {
        if (token.StartUrl is { } startUrl && !SameStartUrl(startUrl, session.StartUrl))
        {
            return $"The token in {path} was obtained for {startUrl}, but {session.Subject} now has the start URL"
                + $" {session.StartUrl}";
        }

        if (token.Region is { } region && !region.Equals(session.Region, StringComparison.OrdinalIgnoreCase))
        {
            return $"The token in {path} was obtained in the region {region}, but the sso_region of {session.Subject} is"
                + $" {session.Region}";
        }

        return null;
    }

    private static bool SameStartUrl(string one, string other) => StartUrls.Plain(one) == StartUrls.Plain(other);

    // Of a file that does not say its start URL only the name can be compared.
    private static IEnumerable<string> Spellings(string startUrl)
    {
        string written = startUrl.TrimEnd('/', '#', '\\');
        foreach (string plain in new[] { StartUrls.Plain(startUrl), written })
        {
            foreach (string end in (string[])["", "/", "#", "/#", "#/", "/#/", "\\#/", "/\\#/"])
            {
                yield return plain + end;
            }
        }
    }
}
