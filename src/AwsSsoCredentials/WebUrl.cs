namespace AwsSsoCredentials;

/// <summary>Reads the http(s) URLs that settings and services name.</summary>
internal static class WebUrl
{
    /// <summary>Parses a URL.</summary>
    /// <param name="value">The text.</param>
    /// <returns>The URL; null when it is not an absolute http or https URL with a host, without user info and control characters.</returns>
    public static Uri? TryParse(string value)
    {
        // Uri quietly drops or escapes a line feed, so that is looked for in the text.
        return Uri.TryCreate(value, UriKind.Absolute, out Uri? url)
            && !value.Any(char.IsControl)
            && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
            && url.Host.Length > 0
            && url.UserInfo.Length == 0
            ? url
            : null;
    }
}
