using EndToEnd.Support;
using IdentityCenterEmulator;

namespace EndToEnd.Interchange.Support;

/// <summary>What all other clients need to find the home and the emulator.</summary>
internal static class OtherClient
{
    public static IReadOnlyDictionary<string, string?> Environment(AwsHome home, EmulatorServer emulator)
    {
        var environment = emulator.Environment.ToDictionary(pair => pair.Key, pair => (string?)pair.Value);
        environment["HOME"] = home.Folder;
        environment["USERPROFILE"] = home.Folder;
        return environment;
    }
}
