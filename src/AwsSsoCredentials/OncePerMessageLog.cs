using System.Collections.Concurrent;

namespace AwsSsoCredentials;

/// <summary>Passes each warning on once: a hundred profiles may share the session it is about.</summary>
internal sealed class OncePerMessageLog(ISsoLog inner) : ISsoLog
{
    private readonly ConcurrentDictionary<string, bool> _warned = new(StringComparer.Ordinal);

    public void Warning(string message)
    {
        if (_warned.TryAdd(message, true))
        {
            inner.Warning(message);
        }
    }

    public void Information(string message) => inner.Information(message);

    public void Verbose(string message) => inner.Verbose(message);
}
