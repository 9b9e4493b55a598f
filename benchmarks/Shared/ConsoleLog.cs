using AwsSsoCredentials;

namespace Benchmarks;

/// <summary>Prints what a build prints at its usual verbosity.</summary>
internal sealed class ConsoleLog : ISsoLog
{
    public void Warning(string message) => Console.WriteLine(message);

    public void Information(string message) => Console.WriteLine(message);

    public void Verbose(string message)
    {
    }
}
