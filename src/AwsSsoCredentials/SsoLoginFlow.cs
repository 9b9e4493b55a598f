namespace AwsSsoCredentials;

/// <summary>How a person signs in.</summary>
public enum SsoLoginFlow
{
    /// <summary>
    /// <see cref="Browser"/> for SSO sessions where a browser can be opened on this machine, else <see cref="DeviceCode"/>.
    /// </summary>
    Auto = 0,

    /// <summary>Authorization code with PKCE: a browser on this machine signs in and comes back to a loopback address.</summary>
    Browser = 1,

    /// <summary>Device code: a URL and a code are printed, which can be opened in a browser on any machine.</summary>
    DeviceCode = 2,
}
