using AwsSsoCredentials.Services.Contracts;

namespace AwsSsoCredentials.Services.Resilience;

/// <summary>
/// Spaces the requests to one service, so that its limit is not hit, and slows down where it is hit all the same. Safe for concurrent use.
/// </summary>
/// <remarks>
/// <para>
/// Even spacing, not bursts: whether a service counts by a window or by a bucket, and whatever the network does to the distances, evenly
/// spaced requests stay below its limit.
/// </para>
/// <para>
/// When the service turns a request away, the rate falls to 0.7 of what it was and grows back evenly (additive increase, multiplicative decrease, as
/// TCP and the adaptive retry mode of the AWS SDKs), so that several builds which share one limit find their shares.
/// </para>
/// </remarks>
internal sealed class RequestPacer
{
    private const double Decrease = 0.7;
    private const double SlowestRate = 1;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _time;
    private readonly double _limit;
    private readonly long _start;
    private readonly Lock _lock = new();
    private readonly Queue<TimeSpan> _sent = new();

    private int _unpaced;
    private int _plan;
    private double _rate;
    private double _growth;
    private TimeSpan _decreasedAt;
    private TimeSpan _steadySince;
    private TimeSpan _next;
    private TimeSpan _blockedUntil;
    private ServiceFailureException? _ended;

    /// <summary>Makes a pacer.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="requestsPerSecond">How many requests a second there may be; 0 for no limit of our own.</param>
    /// <param name="expectedRequests">
    /// How many requests there will be in all, if that is known: no more than one second allows are not spaced, for they cannot exceed it.
    /// </param>
    public RequestPacer(TimeProvider time, double requestsPerSecond, int? expectedRequests = null)
    {
        _time = time;
        _start = time.GetTimestamp();
        _limit = requestsPerSecond > 0 ? requestsPerSecond : double.PositiveInfinity;
        _rate = _limit;
        _unpaced = expectedRequests <= _limit ? expectedRequests.Value : 0;
    }

    /// <summary>Gets the longest pause the service may ask for; a longer one ends all requests instead.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets how many requests a second there may be now; infinite while there is no limit.</summary>
    public double CurrentRate
    {
        get
        {
            lock (_lock)
            {
                return RateAt(Now);
            }
        }
    }

    private TimeSpan Now => _time.GetElapsedTime(_start);

    /// <summary>Waits until a request may be sent.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The moment it is sent, for <see cref="Throttled"/>.</returns>
    /// <exception cref="ServiceFailureException">The service asked for a longer pause than there is patience for.</exception>
    public async Task<TimeSpan> WaitAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            TimeSpan now = Now;
            (TimeSpan turn, int plan) = TakeTurn(now);
            if (turn > now)
            {
                // Timers count whole milliseconds and cut off the rest: rounded up, nobody comes too early.
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling((turn - now).TotalMilliseconds)), _time, cancellationToken)
                    .ConfigureAwait(false);
            }

            if (TrySend(Now, plan) is { } sent)
            {
                return sent;
            }
        }
    }

    /// <summary>Notes that the service turned a request away.</summary>
    /// <param name="sentAt">When that request was sent.</param>
    /// <param name="failure">What the service said.</param>
    public void Throttled(TimeSpan sentAt, ServiceFailureException failure)
    {
        lock (_lock)
        {
            TimeSpan now = Now;
            if (failure.RetryAfter > Patience)
            {
                _ended = failure;
            }
            else if (failure.RetryAfter is { } pause && now + pause > _blockedUntil)
            {
                _blockedUntil = now + pause;
            }

            // Requests that were under way when the rate fell say nothing about the new rate.
            if (_growth > 0 && sentAt <= _decreasedAt)
            {
                return;
            }

            double rate = RateAt(now);
            bool isSteady = now - _steadySince >= Second;
            _rate = Math.Max(SlowestRate, (isSteady || double.IsPositiveInfinity(rate) ? Math.Min(rate, SentInLastSecond(now)) : rate) * Decrease);
            _growth = Math.Max(1, _rate / 20);
            _decreasedAt = now;

            // What was sent in the last second fills the service's count, whichever way it counts. Turns that were taken before are void.
            _next = now + Second;
            _steadySince = _next;
            _unpaced = 0;
            _plan++;
        }
    }

    private (TimeSpan Turn, int Plan) TakeTurn(TimeSpan now)
    {
        lock (_lock)
        {
            double rate = RateAt(now);
            TimeSpan spacing = double.IsPositiveInfinity(rate) ? TimeSpan.Zero : TimeSpan.FromSeconds(1 / rate);
            TimeSpan earliest = _blockedUntil > now ? _blockedUntil : now;
            TimeSpan turn = _next > earliest ? _next : earliest;
            _next = turn + spacing;
            if (_unpaced == 0)
            {
                return (turn, _plan);
            }

            _unpaced--;
            return (earliest, _plan);
        }
    }

    // Null where the plan changed while this request waited for its turn: it takes a new one.
    private TimeSpan? TrySend(TimeSpan now, int plan)
    {
        lock (_lock)
        {
            if (_ended is not null)
            {
                throw _ended;
            }

            if (now < _blockedUntil || plan != _plan)
            {
                return null;
            }

            SentInLastSecond(now);
            _sent.Enqueue(now);
            return now;
        }
    }

    private double RateAt(TimeSpan now) => Math.Min(_limit, _rate + (_growth * (now - _decreasedAt).TotalSeconds));

    private int SentInLastSecond(TimeSpan now)
    {
        while (_sent.TryPeek(out TimeSpan oldest) && now - oldest >= Second)
        {
            _sent.Dequeue();
        }

        return _sent.Count;
    }
}
