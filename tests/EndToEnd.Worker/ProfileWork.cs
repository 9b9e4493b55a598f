using AwsSsoCredentials;
using AwsSsoCredentials.Flows;
using AwsSsoCredentials.Flows.Sync;
using AwsSsoCredentials.Machine;

namespace EndToEnd.Worker;

/// <summary>Whole flows in a fresh process. Each prints the key ids it ends with, and then the assemblies the process has loaded.</summary>
internal static class ProfileWork
{
    /// <summary>Generates the keys of one profile, or takes those of the target again, and writes them.</summary>
    public static int GenerateAndWrite(string profile, string target)
    {
        FlowRooms rooms = Rooms();
        SsoCredentials credentials = new GenerateFlow(rooms)
            .RunAsync(profile, new GenerateSsoCredentialsSettings { ReuseFrom = target }, CancellationToken.None).GetAwaiter().GetResult();
        new WriteFlow(rooms).Run(credentials, new WriteCredentialsProfileSettings { TargetProfile = target });
        return Print([credentials]);
    }

    /// <summary>Syncs all profiles that match.</summary>
    public static int Sync(string pattern)
    {
        var settings = new SyncCredentialsProfilesSettings { Profiles = [pattern] };
        return Print(new SyncFlow(Rooms()).RunAsync(settings, CancellationToken.None).GetAwaiter().GetResult().Select(result => result.Credentials!));
    }

    private static FlowRooms Rooms() => new(AwsEnvironment.Capture(Environment.GetEnvironmentVariable), new SilentLog());

    private static int Print(IEnumerable<SsoCredentials> credentials)
    {
        // Before anything else is loaded to print it.
        string[] loaded = [.. AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetName().Name!)];
        foreach (SsoCredentials one in credentials)
        {
            Console.WriteLine($"key {one.AccessKeyId}");
        }

        foreach (string assembly in loaded)
        {
            Console.WriteLine($"loaded {assembly}");
        }

        return 0;
    }
}
