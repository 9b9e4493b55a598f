namespace AwsSsoCredentials.Login;

/// <summary>How a platform opens a URL.</summary>
internal enum BrowserPlatform
{
    /// <summary>By one of the desktop's helpers, such as <c>xdg-open</c>.</summary>
    Linux,

    /// <summary>By <c>/usr/bin/open</c>.</summary>
    MacOs,

    /// <summary>By the shell's association.</summary>
    Windows,
}
