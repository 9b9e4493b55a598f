using EndToEnd.Support;
using IdentityCenterEmulator;

namespace EndToEnd;

/// <summary>What a fresh process loads for keys that are still valid: nothing that could reach a network.</summary>
public class StillValidKeysTests
{
    private static readonly string[] NetworkOnly =
    [
        "AWSSDK.Core", "AWSSDK.SSO", "AwsSsoCredentials.Services", "System.Net.Http", "System.Net.Sockets", "System.Net.Primitives",
    ];

    [Theory]
    [InlineData("generate-and-write", "dev", "dev-keys")]
    [InlineData("sync", "d*")]
    public async Task They_are_taken_again_without_a_socket_and_without_the_AWS_SDK(params string[] work)
    {
        using var home = new AwsHome();
        IReadOnlyDictionary<string, string> endpoints;
        ProcessResult first;
        await using (EmulatorServer emulator = await EmulatorServer.StartAsync())
        {
            home.LogIn(emulator);
            endpoints = emulator.Environment;
            first = await WorkerProcess.RunAsync(home, endpoints, work);
        }

        byte[] written = home.CredentialsBytes;

        // Nobody listens there any more.
        ProcessResult second = await WorkerProcess.RunAsync(home, endpoints, work);

        Assert.Equal(0, first.ExitCode);
        Assert.Equal(0, second.ExitCode);
        Assert.Equal(Lines(first, "key "), Lines(second, "key "));
        Assert.Equal(written, home.CredentialsBytes);
        Assert.Superset(NetworkOnly.ToHashSet(), Lines(first, "loaded ").ToHashSet());
        string[] loaded = Lines(second, "loaded ");
        Assert.Contains("AwsSsoCredentials", loaded);
        Assert.DoesNotContain(loaded, name => name.StartsWith("AWSSDK", StringComparison.Ordinal) || name.StartsWith("System.Net", StringComparison.Ordinal));
        Assert.DoesNotContain("AwsSsoCredentials.Services", loaded);

        // The library of the system behind it costs a third of such a step.
        Assert.DoesNotContain("System.Security.Cryptography", loaded);
    }

    private static string[] Lines(ProcessResult result, string start) =>
        [.. result.Output.ReplaceLineEndings("\n").Split('\n').Where(line => line.StartsWith(start, StringComparison.Ordinal)).Select(line => line[start.Length..])];
}
