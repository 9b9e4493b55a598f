using EndToEnd.Support;
using IdentityCenterEmulator;

namespace EndToEnd.Interchange.Support;

/// <summary>The AWS CLI of this machine, if it knows AWS_ENDPOINT_URL_…: version 2.13, or 1.29, and later.</summary>
internal static class AwsCli
{
    /// <summary>Why it cannot be run here, or null.</summary>
    public static string? Missing { get; } = Describe(Programs.VersionOf("aws"));

    /// <summary>Asks STS who it is by the keys of an SSO profile.</summary>
    public static Task<ProcessResult> IdentityAsync(AwsHome home, EmulatorServer emulator, string profile)
    {
        // With keys in its own cache it would not look at the token.
        string keys = Path.Combine(home.Folder, ".aws", "cli", "cache");
        if (Directory.Exists(keys))
        {
            Directory.Delete(keys, recursive: true);
        }

        return ChildProcess.RunAsync(
            "aws",
            ["sts", "get-caller-identity", "--profile", profile, "--query", "Arn", "--output", "text"],
            home.Folder,
            OtherClient.Environment(home, emulator));
    }

    private static string? Describe(Version? version) => version switch
    {
        null => "needs the AWS CLI, version 2.13 or later",
        { Major: 1, Minor: < 29 } or { Major: 2, Minor: < 13 } =>
            $"needs the AWS CLI, version 2.13 or later; version {version} ignores AWS_ENDPOINT_URL_…",
        _ => null,
    };
}
