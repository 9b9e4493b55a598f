using System.Diagnostics;

namespace EndToEnd.Support;

/// <summary>Runs a real process to its end, without standard input.</summary>
internal static class ChildProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">Its working directory.</param>
    /// <param name="environment">Variables to set; null removes one. AWS variables of the test run are never handed on.</param>
    public static async Task<ProcessResult> RunAsync(
        string program, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        ForgetOwnSettings(start);
        start.Environment["NO_COLOR"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        foreach ((string name, string? value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        using var timeout = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} did not end within {Patience}.");
        }

        return new ProcessResult(process.ExitCode, await output, await error);
    }

    /// <summary>Takes a build server's and the test host's own settings away: they would change what the child does.</summary>
    public static void ForgetOwnSettings(ProcessStartInfo start)
    {
        foreach (string name in start.Environment.Keys.Where(IsOfNoConcern).ToArray())
        {
            start.Environment.Remove(name);
        }
    }

    private static bool IsOfNoConcern(string name) =>
        name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || name is "VSTEST_CONNECTION_TIMEOUT" or "DOTNET_HOST_PATH" or "CI" or "TF_BUILD" or "GITHUB_ACTIONS";
}
