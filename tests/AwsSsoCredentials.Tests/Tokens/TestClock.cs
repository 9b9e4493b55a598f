namespace AwsSsoCredentials.Tests.Tokens;

/// <summary>
/// A clock that goes only when told to, or by itself to the end of every pause. It starts at the real time, by which file times go.
/// </summary>
internal sealed class TestClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Alarm> _alarms = [];
    private DateTimeOffset _now;

    public TestClock(DateTimeOffset? now = null)
    {
        // Whole seconds, as the files hold them.
        var start = now ?? System.GetUtcNow();
        _now = start.AddTicks(-(start.Ticks % TimeSpan.TicksPerSecond));
    }

    /// <summary>Gets the pauses that were asked for, in their order.</summary>
    public List<TimeSpan> Pauses { get; } = [];

    /// <summary>Gets or sets whether a pause is over at once, and the time it takes gone by.</summary>
    public bool PausesPassAtOnce { get; set; } = true;

    /// <summary>Gets or sets the longest pause that is over at once: time limits of calls and batches are pauses, too.</summary>
    public TimeSpan LongestPassingPause { get; set; } = TimeSpan.MaxValue;

    /// <summary>Gets or sets what happens at the beginning of every pause.</summary>
    public Action? OnPause { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public void Advance(TimeSpan time)
    {
        Alarm[] due;
        lock (_lock)
        {
            _now += time;
            due = [.. _alarms.Where(alarm => alarm.At <= _now)];
            _alarms.RemoveAll(due.Contains);
        }

        foreach (var alarm in due)
        {
            alarm.Ring();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, callback, state);
        if (dueTime < TimeSpan.Zero)
        {
            return alarm;
        }

        lock (_lock)
        {
            Pauses.Add(dueTime);
            alarm.At = _now + dueTime;
            _alarms.Add(alarm);
        }

        OnPause?.Invoke();
        if (PausesPassAtOnce && dueTime <= LongestPassingPause)
        {
            // On another thread: whoever makes a timer does not expect it to ring before it is there.
            ThreadPool.QueueUserWorkItem(_ => Advance(alarm.At - GetUtcNow() is { Ticks: > 0 } left ? left : TimeSpan.Zero));
        }

        return alarm;
    }

    private sealed class Alarm(TestClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset At { get; set; }

        public void Ring() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period) => dueTime < TimeSpan.Zero;

        public void Dispose()
        {
            lock (clock._lock)
            {
                clock._alarms.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
