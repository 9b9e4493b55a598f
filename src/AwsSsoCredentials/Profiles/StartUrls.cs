using System.Text.RegularExpressions;

namespace AwsSsoCredentials.Profiles;

/// <summary>What a start URL tells by itself.</summary>
/// <remarks>The rules and suffixes are those of the AWS CLI (<c>awscli/customizations/sso/resolve.py</c>).</remarks>
internal static partial class StartUrls
{
    private static string[] OwnedHosts =>
    [
        "awsapps.com",
        "awsapps.cn",
        "identitycenter.amazonaws.com",
        "identitycenter.amazonaws.com.cn",
        "identitycenter.amazonaws.eu",
        "identitycenter.us-gov.amazonaws.com",
    ];

    private static string[] OwnedSuffixes =>
    [
        ".app.aws",
        ".portal.amazonaws.com",
        ".portal.amazonaws.com.cn",
        ".app.amazonwebservices.com.cn",
        ".portal.amazonaws.eu",
        ".api.amazonwebservices.eu",
        ".awsapps.com",
        ".awsapps.cn",
    ];

    /// <summary>Tells whether only AWS can serve a host.</summary>
    /// <param name="host">The host of a start URL.</param>
    /// <returns>True when AWS owns it.</returns>
    public static bool IsAwsOwned(string host)
    {
        string name = Canonical(host);
        return OwnedHosts.Contains(name) || OwnedSuffixes.Any(suffix => name.EndsWith(suffix, StringComparison.Ordinal));
    }

    /// <summary>Reads the region out of a host that AWS owns.</summary>
    /// <param name="host">The host of a start URL.</param>
    /// <returns>The region, or null when the host has none.</returns>
    public static string? RegionOf(string host)
    {
        Match match = RegionalHost().Match(Canonical(host));
        return match.Success ? match.Groups["region"].Value : null;
    }

    /// <summary>Takes off what does not tell two URLs apart: the default port, a trailing slash, query and fragment.</summary>
    /// <param name="url">An absolute URL.</param>
    /// <returns>The URL.</returns>
    public static string Normalize(Uri url) =>
        url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');

    /// <summary>Takes off what does not tell two start URLs apart to a person: case, default port, trailing slash, query and fragment.</summary>
    /// <param name="startUrl">A start URL as somebody wrote it; also one whose hash a shell made somebody escape.</param>
    /// <returns>A text to compare.</returns>
    public static string Plain(string startUrl)
    {
        string text = startUrl.Trim().Replace("\\", "", StringComparison.Ordinal).ToLowerInvariant();
        int end = text.AsSpan().IndexOfAny('#', '?');
        text = (end < 0 ? text : text[..end]).TrimEnd('/');
        int path = text.IndexOf('/', Math.Min("https://".Length, text.Length));
        string server = path < 0 ? text : text[..path];
        return server.EndsWith(":443", StringComparison.Ordinal) ? server[..^":443".Length] + text[server.Length..] : text;
    }

    /// <summary>Parses a start URL that may be used.</summary>
    /// <param name="value">The configured value.</param>
    /// <returns>The URL; null when it is not an absolute https URL with a host.</returns>
    public static Uri? TryParse(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out Uri? url) && url.Scheme == Uri.UriSchemeHttps && url.Host.Length > 0 ? url : null;

    /// <summary>Reads the host of a start URL that may be used.</summary>
    /// <param name="value">The configured value.</param>
    /// <returns>The host in lower case; null when the value is not an absolute https URL with a host.</returns>
    public static string? HostOf(string value) => PlainHostOf(value) ?? TryParse(value)?.Host;

    // A process's first Uri costs as much as reading both files does: the usual https://d-0123456789.awsapps.com/start is read without one.
    private static string? PlainHostOf(string value)
    {
        const string Scheme = "https://";
        if (!value.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return null;
        }

        int slash = value.IndexOf('/', Scheme.Length);
        int end = slash < 0 ? value.Length : slash;
        string host = value[Scheme.Length..end];
        string[] labels = host.Split('.');
        bool isPlain = host.Length <= 63 // so is each label
            && labels.Length > 1
            && labels.All(label => label.Length > 0 && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            && labels[^1].All(char.IsAsciiLetterLower) // no IP address
            && value[end..].All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '_' or '#');
        return isPlain ? host : null;
    }

    private static string Canonical(string host)
    {
        string lower = host.ToLowerInvariant();
        return lower.EndsWith('.') ? lower[..^1] : lower;
    }

    [GeneratedRegex(
        @"(\.portal\.(?<region>[a-z0-9-]+)\.(app\.aws|app\.amazonwebservices\.com\.cn|api\.amazonwebservices\.eu)" +
        @"|\.(?<region>[a-z0-9-]+)\.portal\.amazonaws\.(com|com\.cn|eu))\z",
        RegexOptions.ExplicitCapture)]
    private static partial Regex RegionalHost();
}
