using AwsSsoCredentials.Machine;

namespace AwsSsoCredentials.Login;

/// <summary>What decides whether and how a browser is opened.</summary>
/// <param name="Platform">The platform.</param>
/// <param name="Command">The value of the variable BROWSER, or null.</param>
/// <param name="HasDisplay">Whether the person sees a desktop of this machine.</param>
/// <param name="IsRemote">Whether the session comes in over SSH: the person's browser then runs on another machine.</param>
internal sealed record BrowserFacts(BrowserPlatform Platform, string? Command, bool HasDisplay, bool IsRemote)
{
    /// <summary>Finds the facts in the environment.</summary>
    public static BrowserFacts Of(AwsEnvironment environment)
    {
        var platform = environment.IsWindows ? BrowserPlatform.Windows
            : environment.IsMacOS ? BrowserPlatform.MacOs
            : BrowserPlatform.Linux;
        return new BrowserFacts(
            platform,
            environment["BROWSER"],
            platform != BrowserPlatform.Linux || IsAnySet("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "WSL_INTEROP"),
            IsAnySet("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"));

        bool IsAnySet(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                if (environment[name] is not null)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
