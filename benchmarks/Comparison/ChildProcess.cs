using System.Diagnostics;

namespace Comparison;

/// <summary>Runs processes to their end and takes the time from start to exit.</summary>
internal static class ChildProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Runs <c>dotnet</c>.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">Its working directory.</param>
    /// <param name="environment">Variables to set. AWS variables of this process are not handed on.</param>
    /// <returns>The milliseconds it took, and what it printed.</returns>
    /// <exception cref="InvalidOperationException">It failed, or did not end.</exception>
    public static (double Milliseconds, string Output) Run(
        IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string> environment)
    {
        using Process process = Create(arguments, folder, environment);
        long start = Stopwatch.GetTimestamp();
        process.Start();
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        bool ended = process.WaitForExit(Patience);
        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        if (!ended)
        {
            process.Kill(entireProcessTree: true);
        }

        return ended && process.ExitCode == 0
            ? (milliseconds, output)
            : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} failed: {output}{error.GetAwaiter().GetResult()}");
    }

    /// <summary>Makes a process that is not started yet.</summary>
    public static Process Create(IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string> environment)
    {
        // The very runtime that runs this program.
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["NO_COLOR"] = "1";
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return new Process { StartInfo = start };
    }
}
