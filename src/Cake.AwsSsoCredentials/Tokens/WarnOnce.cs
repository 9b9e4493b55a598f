using System.Collections.Concurrent;

namespace Cake.AwsSsoCredentials.Tokens;

/// <summary>Gives the same warning only once, however many profiles share a token.</summary>
internal sealed class WarnOnce(ISsoLog log)
{
    private readonly ConcurrentDictionary<string, bool> _given = new(StringComparer.Ordinal);

    /// <summary>Warns, unless it was said before.</summary>
    public void Warning(string message)
    {
        if (_given.TryAdd(message, true))
        {
            log.Warning(message);
        }
    }
}
