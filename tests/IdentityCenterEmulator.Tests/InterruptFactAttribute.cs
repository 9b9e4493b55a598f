using System.Globalization;

namespace IdentityCenterEmulator.Tests;

/// <summary>
/// A fact about SIGINT. Shells let their background jobs ignore it, which every child process inherits: where the tests run in such a job
/// there is nothing to see.
/// </summary>
internal sealed class InterruptFactAttribute : FactAttribute
{
    private const int Interrupt = 2;

    public InterruptFactAttribute() =>
        Skip = OperatingSystem.IsWindows() ? "Needs Unix." : IsIgnored() ? "SIGINT is ignored here: the tests run in the background." : null;

    private static bool IsIgnored()
    {
        const string Status = "/proc/self/status";
        if (!File.Exists(Status))
        {
            return false;
        }

        var mask = File.ReadLines(Status).Single(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))["SigIgn:".Length..].Trim();
        return (ulong.Parse(mask, NumberStyles.HexNumber, CultureInfo.InvariantCulture) & (1UL << (Interrupt - 1))) != 0;
    }
}
