using System.Collections.Concurrent;

namespace AwsSsoCredentials.Tokens;

/// <summary>Lets one caller per key pass at a time; the others wait in line.</summary>
/// <remarks>Inside one process this queues more cheaply than the lock of a file, where every waiter takes up a thread.</remarks>
internal sealed class KeyedGate
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _gates = new(StringComparer.Ordinal);

    /// <summary>Waits for the caller's turn.</summary>
    /// <returns>Ends the turn when disposed.</returns>
    public async Task<IDisposable> EnterAsync(string key, CancellationToken cancellationToken)
    {
        var gate = _gates.GetOrAdd(key, _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Turn(gate);
    }

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        private SemaphoreSlim? _gate = gate;

        public void Dispose() => Interlocked.Exchange(ref _gate, null)?.Release();
    }
}
