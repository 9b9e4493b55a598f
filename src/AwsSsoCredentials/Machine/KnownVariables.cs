namespace AwsSsoCredentials.Machine;

/// <summary>
/// Every environment variable that the rooms look at. AWS keys are not among them: nothing here ever reads them. Nor are the proxy's: .NET
/// reads those itself.
/// </summary>
internal static class KnownVariables
{
    /// <summary>Gets their names.</summary>
    public static IEnumerable<string> All => [.. Home, .. Aws, .. Desktop, .. CiMarkers.Variables];

    private static string[] Home => ["HOME", "USERPROFILE", "HOMEDRIVE", "HOMEPATH"];

    private static string[] Aws =>
    [
        "AWS_CONFIG_FILE",
        "AWS_SHARED_CREDENTIALS_FILE",
        "AWS_PROFILE",
        "AWS_DEFAULT_PROFILE",
        "AWS_ENDPOINT_URL",
        "AWS_ENDPOINT_URL_SSO",
        "AWS_ENDPOINT_URL_SSO_OIDC",
        "AWS_ENDPOINT_URL_STS",
        "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
        "AWS_USE_FIPS_ENDPOINT",
        "AWS_USE_DUALSTACK_ENDPOINT",
        "AWS_CA_BUNDLE",
    ];

    // Whether, and how, a browser can be opened here.
    private static string[] Desktop =>
    [
        "BROWSER",
        "PATH",
        "DISPLAY",
        "WAYLAND_DISPLAY",
        "SSH_CONNECTION",
        "SSH_CLIENT",
        "SSH_TTY",
        "WSL_DISTRO_NAME",
        "WSL_INTEROP",
    ];
}
