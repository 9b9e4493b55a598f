using System.Diagnostics;
using IdentityCenterEmulator;

namespace EndToEnd.Support;

/// <summary>Starts processes of EndToEnd.Worker.</summary>
internal static class WorkerProcess
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "EndToEnd.Worker.dll");

    public static Process Start(params string[] arguments) => StartIn(new Dictionary<string, string>(), arguments);

    /// <summary>Starts a worker in a home of its own, aimed at an emulator.</summary>
    public static Process Start(AwsHome home, EmulatorServer emulator, params string[] arguments) =>
        Start(home, emulator, new Dictionary<string, string>(), arguments);

    /// <summary>Starts a worker in a home of its own, aimed at an emulator, with more variables.</summary>
    public static Process Start(
        AwsHome home, EmulatorServer emulator, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        StartIn(InHome(home, [.. emulator.Environment, .. environment]), arguments);

    /// <summary>Runs a worker in a home of its own, aimed at an emulator, to its end.</summary>
    public static Task<ProcessResult> RunAsync(AwsHome home, EmulatorServer emulator, params string[] arguments) =>
        RunAsync(home, emulator.Environment, arguments);

    /// <summary>Runs a worker in a home of its own, aimed at where an emulator is or was, to its end.</summary>
    public static async Task<ProcessResult> RunAsync(AwsHome home, IReadOnlyDictionary<string, string> endpoints, params string[] arguments)
    {
        using Process worker = StartIn(InHome(home, endpoints), arguments);
        Task<string> output = worker.StandardOutput.ReadToEndAsync();
        Task<string> error = worker.StandardError.ReadToEndAsync();
        await worker.WaitForExitAsync();
        return new ProcessResult(worker.ExitCode, await output, await error);
    }

    /// <summary>Waits until a worker says that it is ready.</summary>
    public static Task ReadyAsync(Process worker) => SaysAsync(worker, "ready");

    /// <summary>Waits until a worker says something, and fails with its errors when it says anything else.</summary>
    public static async Task SaysAsync(Process worker, string word)
    {
        if (await worker.StandardOutput.ReadLineAsync() != word)
        {
            throw new InvalidOperationException($"The worker ended: {await worker.StandardError.ReadToEndAsync()}");
        }
    }

    private static Dictionary<string, string> InHome(AwsHome home, IEnumerable<KeyValuePair<string, string>> environment) => new(environment)
    {
        ["HOME"] = home.Folder,
        ["USERPROFILE"] = home.Folder,
    };

    private static Process StartIn(IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        ChildProcess.ForgetOwnSettings(start);
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        // Start-up counts, not throughput.
        start.Environment["DOTNET_TieredPGO"] = "0";
        return Process.Start(start) ?? throw new InvalidOperationException("The worker did not start.");
    }
}
