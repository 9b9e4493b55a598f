namespace Cake.AwsSsoCredentials.Tokens;

/// <summary>What decides whether and how a browser is opened.</summary>
/// <param name="Platform">The platform.</param>
/// <param name="Command">The value of the variable BROWSER, or null.</param>
/// <param name="HasDisplay">Whether a graphical display is there (DISPLAY, WAYLAND_DISPLAY; always so on macOS and Windows).</param>
/// <param name="IsRemote">Whether the session comes in over SSH: the person's browser then runs on another machine.</param>
internal sealed record BrowserFacts(BrowserPlatform Platform, string? Command, bool HasDisplay, bool IsRemote);
