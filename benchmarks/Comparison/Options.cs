using System.Globalization;

namespace Comparison;

/// <summary>What the command line says.</summary>
/// <param name="Programs">The folder with one folder for each program.</param>
/// <param name="Scripts">The folder with the scripts, ready to run.</param>
/// <param name="Version">The version of the packages that the scripts load.</param>
/// <param name="Runs">How often each process is measured.</param>
/// <param name="BuiltAs">How the programs were compiled, for the heading.</param>
internal sealed record Options(string Programs, string Scripts, string Version, int Runs, string BuiltAs)
{
    /// <summary>Reads <c>--name=value</c> arguments; all are mandatory.</summary>
    /// <exception cref="ArgumentException">One is missing or wrong.</exception>
    public static Options Parse(string[] arguments)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string argument in arguments)
        {
            string[] parts = argument.Split('=', 2);
            values[parts[0]] = parts.Length == 2 ? parts[1] : throw new ArgumentException($"{argument} has no value.");
        }

        return new Options(
            Value("--programs"),
            Value("--scripts"),
            Value("--version"),
            int.TryParse(Value("--runs"), NumberStyles.None, CultureInfo.InvariantCulture, out int runs) && runs > 0
                ? runs
                : throw new ArgumentException("--runs must be a number above 0."),
            Value("--built-as"));

        string Value(string name) => values.TryGetValue(name, out string? value) ? value : throw new ArgumentException($"{name}=… is missing.");
    }
}
