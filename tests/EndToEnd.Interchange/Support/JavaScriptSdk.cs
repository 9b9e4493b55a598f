using EndToEnd.Support;
using IdentityCenterEmulator;

namespace EndToEnd.Interchange.Support;

/// <summary>The AWS SDK for JavaScript v3, in node.</summary>
internal static class JavaScriptSdk
{
    private static readonly string Folder = Repository.PathOf("tests/EndToEnd.Interchange/js");

    /// <summary>Why it cannot be run here, or null.</summary>
    public static string? Missing { get; } =
        Programs.VersionOf("node") is not { Major: >= 20 } ? "needs node 20 or later"
        : !Directory.Exists(Path.Combine(Folder, "node_modules")) ? "needs the packages that `npm ci` installs in tests/EndToEnd.Interchange/js"
        : null;

    /// <summary>Asks STS who it is by the keys of an SSO profile.</summary>
    public static Task<ProcessResult> IdentityAsync(AwsHome home, EmulatorServer emulator, string profile) =>
        RunAsync("identity.mjs", OtherClient.Environment(home, emulator), profile);

    /// <summary>Runs a script.</summary>
    public static Task<ProcessResult> RunAsync(string script, IReadOnlyDictionary<string, string?> environment, params string[] arguments) =>
        ChildProcess.RunAsync("node", [script, .. arguments], Folder, environment);
}
