namespace IdentityCenterEmulator;

/// <summary>What has been called. A call counts when it arrives, whatever becomes of it. Safe for concurrent use.</summary>
public sealed class EmulatorCalls
{
    private const int KeptCalls = 20_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<EmulatorOperation, int> _counts = [];
    private readonly Queue<Entry> _entries = new();

    internal EmulatorCalls()
    {
    }

    /// <summary>The number of all calls.</summary>
    public int Total
    {
        get
        {
            lock (_lock)
            {
                return _counts.Values.Sum();
            }
        }
    }

    /// <summary>The calls in order of arrival, as they stand now; of very many the latest 20,000.</summary>
    public IReadOnlyList<EmulatorCall> Recorded
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries.Select(entry => entry.Call)];
            }
        }
    }

    /// <summary>The number of calls of one operation.</summary>
    public int Count(EmulatorOperation operation)
    {
        lock (_lock)
        {
            return _counts.GetValueOrDefault(operation);
        }
    }

    /// <summary>Forgets all calls so far.</summary>
    public void Reset()
    {
        lock (_lock)
        {
            _counts.Clear();
            _entries.Clear();
        }
    }

    internal Entry Add(EmulatorCall call)
    {
        var entry = new Entry(this, call);
        lock (_lock)
        {
            _counts[call.Operation] = _counts.GetValueOrDefault(call.Operation) + 1;
            _entries.Enqueue(entry);
            if (_entries.Count > KeptCalls)
            {
                _entries.Dequeue();
            }
        }

        return entry;
    }

    /// <summary>A call under way; its outcome is filled in before the first byte of the answer leaves, so that a caller who has the answer finds it here.</summary>
    internal sealed class Entry(EmulatorCalls owner, EmulatorCall call)
    {
        public EmulatorCall Call { get; private set; } = call;

        public void Update(Func<EmulatorCall, EmulatorCall> change)
        {
            lock (owner._lock)
            {
                Call = change(Call);
            }
        }
    }
}
