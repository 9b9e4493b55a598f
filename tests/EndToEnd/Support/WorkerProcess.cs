using System.Diagnostics;

namespace EndToEnd.Support;

/// <summary>Starts processes of EndToEnd.Worker.</summary>
internal static class WorkerProcess
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "EndToEnd.Worker.dll");

    /// <summary>Runs a worker to its end, in a home and against a portal.</summary>
    public static Task<ProcessResult> RunAsync(AwsHome home, Uri portal, params string[] arguments) => ChildProcess.RunAsync(
        "dotnet",
        ["exec", Program, .. arguments],
        home.Folder,
        new Dictionary<string, string?>
        {
            ["HOME"] = home.Folder,
            ["USERPROFILE"] = home.Folder,
            ["AWS_ENDPOINT_URL_SSO"] = portal.GetLeftPart(UriPartial.Authority),
            ["AWS_ENDPOINT_URL_SSO_OIDC"] = portal.GetLeftPart(UriPartial.Authority),
        });

    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Start-up counts, not throughput.
        start.Environment["DOTNET_TieredPGO"] = "0";
        return Process.Start(start) ?? throw new InvalidOperationException("The worker did not start.");
    }

    /// <summary>Waits until a worker says that it is ready.</summary>
    public static async Task ReadyAsync(Process worker)
    {
        if (await worker.StandardOutput.ReadLineAsync() != "ready")
        {
            throw new InvalidOperationException($"The worker ended: {await worker.StandardError.ReadToEndAsync()}");
        }
    }
}
