using System.ComponentModel;
using System.Diagnostics;
using AwsSsoCredentials.Machine;

namespace AwsSsoCredentials.Login;

/// <summary>Opens pages in the browser of the platform, or in the one that BROWSER names.</summary>
/// <param name="facts">What decides how.</param>
/// <param name="programs">Finds the program of a bare name.</param>
/// <param name="log">Where a failure is noted.</param>
internal sealed class Browser(BrowserFacts facts, ProgramSearch programs, ISsoLog log) : IBrowser
{
    /// <summary>What Linux desktops, and Windows' Linux subsystem, bring along for it.</summary>
    private static readonly string[] LinuxHelpers = ["xdg-open", "wslview", "sensible-browser"];

    public bool CanOpen => !facts.IsRemote && (facts.Command is { Length: > 0 } || facts.HasDisplay);

    public bool TryOpen(Uri page)
    {
        // Whatever the service sends for a URL: nothing but a web page is handed to the platform.
        if (page.Scheme != Uri.UriSchemeHttps && page.Scheme != Uri.UriSchemeHttp)
        {
            return false;
        }

        return Candidates(page).Any(TryStart);
    }

    /// <summary>The commands to try, in their order.</summary>
    internal IEnumerable<ProcessStartInfo> Candidates(Uri page)
    {
        if (facts.Command is { Length: > 0 } command)
        {
            return BrowserCommand.Parse(command, facts.Platform).Select(words => Command(BrowserCommand.Fill(words, page.AbsoluteUri)));
        }

        return facts.Platform switch
        {
            BrowserPlatform.Windows => [new ProcessStartInfo(page.AbsoluteUri) { UseShellExecute = true }],
            BrowserPlatform.MacOs => [Command(["/usr/bin/open", page.AbsoluteUri])],
            _ when !facts.HasDisplay => [],
            _ => LinuxHelpers.Select(helper => Command([helper, page.AbsoluteUri])),
        };
    }

    private static ProcessStartInfo Command(IReadOnlyList<string> words)
    {
        // A program and its arguments, never a shell line. Its output is taken away from it: it would garble the build's log, and a
        // browser that outlives the build would keep a pipe open that others wait for.
        var start = new ProcessStartInfo(words[0])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var word in words.Skip(1))
        {
            start.ArgumentList.Add(word);
        }

        return start;
    }

    private bool TryStart(ProcessStartInfo start)
    {
        try
        {
            if (!start.UseShellExecute)
            {
                start.FileName = programs.Find(start.FileName)
                    ?? throw new FileNotFoundException("no absolute folder of PATH holds such a program");
            }

            // Not disposed: that would close the pipes under the browser. They are drained for as long as the build runs.
#pragma warning disable RS0030 // The browser is the one program that is started.
            var process = Process.Start(start);
#pragma warning restore RS0030
            if (process is not null && start.RedirectStandardOutput)
            {
                process.StandardInput.Close();
                process.BeginOutputReadLine();
                process.BeginErrorReadLine();
            }

            return true;
        }
        catch (Exception error) when (error is Win32Exception or InvalidOperationException or IOException or PlatformNotSupportedException)
        {
            log.Verbose($"Could not open a browser with {start.FileName}: {error.Message}");
            return false;
        }
    }
}
