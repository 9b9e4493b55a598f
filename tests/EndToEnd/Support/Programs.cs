using System.Diagnostics;
using System.Text.RegularExpressions;

namespace EndToEnd.Support;

/// <summary>Programs of the machine that some tests need and a .NET SDK does not bring along.</summary>
internal static partial class Programs
{
    /// <summary>Finds a program on the PATH.</summary>
    /// <returns>Its full path, or null.</returns>
    public static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);

    /// <summary>Asks a program for its version.</summary>
    /// <returns>The first three numbers that it prints; null when there is no such program, or it prints none.</returns>
    public static Version? VersionOf(string name)
    {
        if (Find(name) is not { } program)
        {
            return null;
        }

        var start = new ProcessStartInfo(program, ["--version"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Match match = VersionNumber().Match(process.StandardOutput.ReadToEnd());
        process.WaitForExit();
        return match.Success ? Version.Parse(match.Value) : null;
    }

    [GeneratedRegex(@"[0-9]+\.[0-9]+\.[0-9]+")]
    private static partial Regex VersionNumber();
}
