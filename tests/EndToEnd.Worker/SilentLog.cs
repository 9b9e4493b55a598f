using Cake.AwsSsoCredentials;

namespace EndToEnd.Worker;

/// <summary>Says nothing.</summary>
internal sealed class SilentLog : ISsoLog
{
    public void Warning(string message)
    {
    }

    public void Information(string message)
    {
    }

    public void Verbose(string message)
    {
    }
}
