using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using EndToEnd.Support;
using IdentityCenterEmulator;

namespace EndToEnd.Browser.Support;

/// <summary>A process that logs in to the session of the profile `dev`, and opens pages by the command in its BROWSER.</summary>
[SupportedOSPlatform("linux")]
internal sealed partial class SignIn : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly AwsHome _home;
    private readonly string _openedPage;
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private SignIn(AwsHome home, EmulatorServer emulator, string method, int timeoutInSeconds)
    {
        _home = home;
        _openedPage = Path.Combine(home.Folder, "opened");
        string browser = Path.Combine(home.Folder, "browser");
        File.WriteAllText(browser, $"""
            #!/bin/sh
            printf '%s' "$1" > '{_openedPage}.part' && mv '{_openedPage}.part' '{_openedPage}'

            """);
        File.SetUnixFileMode(browser, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        _process = WorkerProcess.Start(
            home,
            emulator,
            new Dictionary<string, string> { ["BROWSER"] = browser },
            "login", "dev", method, timeoutInSeconds.ToString(CultureInfo.InvariantCulture));
        _output = _process.StandardOutput.ReadToEndAsync();
        _error = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts to log in.</summary>
    /// <param name="home">The home.</param>
    /// <param name="emulator">The Identity Center.</param>
    /// <param name="method">The name of an <c>SsoLoginFlow</c>.</param>
    /// <param name="timeoutInSeconds">How long it waits for the person.</param>
    public static SignIn Start(AwsHome home, EmulatorServer emulator, string method, int timeoutInSeconds = 120) =>
        new(home, emulator, method, timeoutInSeconds);

    /// <summary>Waits for the page that the process opens.</summary>
    public async Task<string> OpenedPageAsync()
    {
        var waited = Stopwatch.StartNew();
        while (!File.Exists(_openedPage))
        {
            if (waited.Elapsed > Patience || _process.HasExited)
            {
                _process.Kill();
                throw new InvalidOperationException($"No page was opened: {await _output}{await _error}");
            }

            await Task.Delay(20);
        }

        return await File.ReadAllTextAsync(_openedPage);
    }

    /// <summary>Waits for the end.</summary>
    public async Task<ProcessResult> EndAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(timeout.Token);
        return new ProcessResult(_process.ExitCode, await _output, await _error);
    }

    /// <summary>Waits for the end, which must be an error that says how to log in again, and no token.</summary>
    public async Task AssertFailsAsync(string type, string words)
    {
        ProcessResult result = await EndAsync();
        Assert.True(result.ExitCode == 1, result.All);
        Assert.StartsWith(type + ": ", result.Error, StringComparison.Ordinal);
        Assert.Contains(words, result.Error, StringComparison.Ordinal);
        Assert.Contains("aws sso login --sso-session corp", result.Error, StringComparison.Ordinal);
        Assert.Empty(_home.Tokens());
    }

    /// <summary>The user code in the output of a process.</summary>
    public static string UserCodeIn(string output) => UserCode().Match(output).Groups[1].Value;

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    [GeneratedRegex("enter the code ([A-Z]{4}-[A-Z]{4})")]
    private static partial Regex UserCode();
}
