using System.Diagnostics;
using System.Text.Json;
using EndToEnd.Support;

namespace EndToEnd.Interchange.Support;

/// <summary>The AWS SDK for Python of this machine, if it knows AWS_ENDPOINT_URL_…: version 1.28 and later.</summary>
internal static class Boto3
{
    private static readonly string Folder = Repository.PathOf("tests/EndToEnd.Interchange/py");

    /// <summary>Why it cannot be run here, or null.</summary>
    public static string? Missing { get; } = Version() is { } version && version >= new Version(1, 28) ? null : "needs python3 with boto3 1.28 or later";

    /// <summary>Runs <c>client.py</c>.</summary>
    public static Task<ProcessResult> RunAsync(IReadOnlyDictionary<string, string?> environment, string what, string profile) =>
        ChildProcess.RunAsync("python3", ["client.py", what, profile], Folder, environment);

    /// <summary>Gives what it makes of a profile without network: account, role, start URL and region, or the kind of the error.</summary>
    public static async Task<Dictionary<string, string>> ResolveAsync(string home, string profile, IReadOnlyDictionary<string, string?> variables)
    {
        var environment = new Dictionary<string, string?>(variables) { ["HOME"] = home, ["USERPROFILE"] = home, ["PYTHONUTF8"] = "1" };
        ProcessResult result = await ChildProcess.RunAsync("python3", ["resolve.py", profile], Folder, environment);
        return result.ExitCode == 0
            ? JsonSerializer.Deserialize<Dictionary<string, string>>(result.Output)!
            : throw new InvalidOperationException(result.All);
    }

    private static Version? Version()
    {
        if (Programs.Find("python3") is not { } python)
        {
            return null;
        }

        var start = new ProcessStartInfo(python, ["-c", "import boto3; print(boto3.__version__)"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return System.Version.TryParse(output, out Version? version) ? version : null;
    }
}
