namespace IdentityCenterEmulator.Http;

/// <summary>
/// At most so many calls in any second (a sliding window, by the emulator's clock). A fixed window would let twice as many through around its
/// edge, and a token bucket a burst after every pause: this one lets no second pass in which a client was too fast. Not thread-safe: its owner
/// locks.
/// </summary>
internal sealed class RateLimit
{
    private readonly int _requestsPerSecond;
    private readonly TimeProvider _clock;
    private readonly Queue<long> _calls = new();

    public RateLimit(int requestsPerSecond, TimeProvider clock)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(requestsPerSecond);
        _requestsPerSecond = requestsPerSecond;
        _clock = clock;
    }

    public bool IsFull
    {
        get
        {
            while (_calls.TryPeek(out var oldest) && _clock.GetElapsedTime(oldest) >= TimeSpan.FromSeconds(1))
            {
                _calls.Dequeue();
            }

            return _calls.Count >= _requestsPerSecond;
        }
    }

    public void Add() => _calls.Enqueue(_clock.GetTimestamp());
}
