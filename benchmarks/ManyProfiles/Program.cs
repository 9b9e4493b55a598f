using System.Diagnostics;
using System.Globalization;
using AwsSsoCredentials;
using AwsSsoCredentials.Flows;
using AwsSsoCredentials.Flows.Sync;
using AwsSsoCredentials.Machine;
using Benchmarks;

// Syncs all SSO profiles of the config file, and tells how long that took and how much memory the process ever had.
// ManyProfiles WARM_UP [REQUESTS_PER_SECOND]
//   WARM_UP   how many roles are asked for before; then it prints `ready` and waits for a line
var warmUp = int.Parse(args[0], CultureInfo.InvariantCulture);
if (warmUp > 0)
{
    var known = new FlowRooms(AwsEnvironment.Capture(Environment.GetEnvironmentVariable), new ConsoleLog()).Profiles.FindSsoProfiles("*");
    Sync(new SyncCredentialsProfilesSettings { Profiles = [.. known.Take(warmUp)], TargetName = "warm-{profile}", RequestsPerSecond = 0 });
    Console.WriteLine("ready");
    Console.ReadLine();
}

var settings = new SyncCredentialsProfilesSettings { Profiles = ["*"] };
if (args.Length > 1)
{
    settings.RequestsPerSecond = double.Parse(args[1], CultureInfo.InvariantCulture);
}

var start = Stopwatch.GetTimestamp();
var results = Sync(settings);
var elapsed = Stopwatch.GetElapsedTime(start);
using var process = Process.GetCurrentProcess();
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"result {results.Count(result => result.Status == CredentialsProfileSyncStatus.Written)} {elapsed.TotalMilliseconds:0.0} {process.PeakWorkingSet64}"));

static IReadOnlyList<CredentialsProfileSyncResult> Sync(SyncCredentialsProfilesSettings settings) =>
    new SyncFlow(new FlowRooms(AwsEnvironment.Capture(Environment.GetEnvironmentVariable), new ConsoleLog())).RunAsync(settings, CancellationToken.None).GetAwaiter().GetResult();
