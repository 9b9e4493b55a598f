using System.Diagnostics;

namespace Comparison;

/// <summary>What all measurements share.</summary>
internal sealed class Workplace
{
    /// <summary>Furnishes it.</summary>
    public Workplace(Options options, Emulator emulator, Home home)
    {
        Options = options;
        Emulator = emulator;
        Home = home;
    }

    public Options Options { get; }

    public Emulator Emulator { get; }

    public Home Home { get; }

    /// <summary>Runs one of the programs in the home.</summary>
    public (double Milliseconds, string Output) Run(string program, params string[] arguments) =>
        ChildProcess.Run(["exec", PathOf(Options.Programs, program), .. arguments], Options.Programs, Variables());

    /// <summary>Starts one of the programs in the home.</summary>
    public Process Start(string program, params string[] arguments)
    {
        Process process = ChildProcess.Create(["exec", PathOf(Options.Programs, program), .. arguments], Options.Programs, Variables());
        process.Start();
        return process;
    }

    /// <summary>Runs a script in the home, with Cake's script cache.</summary>
    public double RunScript(string script)
    {
        Dictionary<string, string> variables = Variables();
        variables["BENCHMARK_VERSION"] = Options.Version;
        return ChildProcess.Run(["cake", script, "--settings_enablescriptcache=true"], Options.Scripts, variables).Milliseconds;
    }

    /// <summary>Makes sure that the measured processes did what they are measured for.</summary>
    /// <exception cref="InvalidOperationException">They asked the portal more or less often.</exception>
    public void ExpectCalls(int expected)
    {
        int total = Emulator.TakeCalls().Total;
        if (total != expected)
        {
            throw new InvalidOperationException($"The portal was asked {total} times instead of {expected}.");
        }
    }

    /// <summary>Gets the path of a program's dll.</summary>
    public static string PathOf(string programs, string program) => Path.Combine(programs, program, program + ".dll");

    private Dictionary<string, string> Variables()
    {
        Dictionary<string, string> variables = Home.Variables;
        variables["AWS_ENDPOINT_URL_SSO"] = Emulator.Url;
        variables["AWS_ENDPOINT_URL_SSO_OIDC"] = Emulator.Url;

        // The AWS home is a throwaway; the .NET SDK and NuGet keep theirs.
        string userHome = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);
        variables["DOTNET_CLI_HOME"] = Of("DOTNET_CLI_HOME") ?? userHome;
        variables["NUGET_PACKAGES"] = Of("NUGET_PACKAGES") ?? Path.Combine(userHome, ".nuget", "packages");
        return variables;

        static string? Of(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
    }
}
