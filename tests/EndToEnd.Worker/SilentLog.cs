using AwsSsoCredentials;

namespace EndToEnd.Worker;

/// <summary>For work whose outcome says enough.</summary>
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
