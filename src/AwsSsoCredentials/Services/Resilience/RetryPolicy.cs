using AwsSsoCredentials.Services.Contracts;

namespace AwsSsoCredentials.Services.Resilience;

/// <summary>
/// Repeats a call that failed for a passing reason: exponential back-off with full jitter, as the AWS SDKs' "standard" retry mode does
/// (1 s, 2 s, 4 s … at most 20 s, each times a random number), never earlier than the service asked for.
/// </summary>
/// <remarks>An attempt under way is bounded by its own time limit; the deadline says when the last one may begin.</remarks>
internal sealed class RetryPolicy
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _timeProvider;
    private readonly Func<double> _random;
    private readonly ISsoLog? _log;

    /// <summary>Makes a policy.</summary>
    /// <param name="timeProvider">The clock; the system's when null.</param>
    /// <param name="random">Gives numbers from 0 to 1 for the jitter; the shared generator when null.</param>
    /// <param name="log">Hears of each repetition; may be null.</param>
    public RetryPolicy(TimeProvider? timeProvider = null, Func<double>? random = null, ISsoLog? log = null)
    {
        _timeProvider = timeProvider ?? TimeProvider.System;
        _random = random ?? Random.Shared.NextDouble;
        _log = log;
    }

    /// <summary>Gets how often a call is tried in all.</summary>
    public int MaxAttempts { get; init; } = 3;

    /// <summary>Gets how often a call is tried in all where the service turns it away as one too many: the call itself is then good.</summary>
    public int MaxThrottledAttempts { get; init; } = 3;

    /// <summary>Gets the longest pause of the back-off; a longer one is made only where the service asks for it.</summary>
    public TimeSpan MaxPause { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Gets how long after the first attempt the last one may begin.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Tells whether a failure may pass by itself and the call may be repeated without harm.</summary>
    public static bool IsTransient(ServiceFailureException failure) => failure.Kind
        is ServiceFailureKind.Throttled
        or ServiceFailureKind.ServerError
        or ServiceFailureKind.Unreachable
        or ServiceFailureKind.TimedOut;

    /// <summary>Runs the call until it succeeds, fails for good, or its attempts or time are used up.</summary>
    /// <param name="call">The call.</param>
    /// <param name="mayRepeat">Tells whether this call may be repeated after this failure.</param>
    /// <param name="cancellationToken">Ends the call and the pauses.</param>
    /// <exception cref="ServiceFailureException">The failure of the last attempt.</exception>
    public async Task<T> RunAsync<T>(
        Func<CancellationToken, Task<T>> call, Func<ServiceFailureException, bool> mayRepeat, CancellationToken cancellationToken)
    {
        var start = _timeProvider.GetTimestamp();
        var throttled = 0;
        for (var attempt = 1; ; attempt++)
        {
            TimeSpan pause;
            try
            {
                return await call(cancellationToken).ConfigureAwait(false);
            }
            catch (ServiceFailureException failure) when (mayRepeat(failure))
            {
                // Each kind has its own count: a long wait for one's turn must not use up the attempts for a dropped connection.
                var isThrottled = failure.Kind is ServiceFailureKind.Throttled or ServiceFailureKind.SlowDown;
                throttled += isThrottled ? 1 : 0;
                var (made, allowed) = isThrottled ? (throttled, MaxThrottledAttempts) : (attempt - throttled, MaxAttempts);
                if (made >= allowed)
                {
                    throw;
                }

                pause = PauseAfter(made, failure.RetryAfter);
                if (pause > Deadline - _timeProvider.GetElapsedTime(start))
                {
                    throw;
                }

                _log?.Verbose(FormattableString.Invariant(
                    $"{failure.Message}; attempt {made + 1} of {allowed} in {pause.TotalSeconds:0.0} s."));
            }

            await Task.Delay(pause, _timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private TimeSpan PauseAfter(int attempt, TimeSpan? askedFor)
    {
        // Math.Pow goes to infinity instead of overflowing, and MaxPause caps it.
        var longest = Math.Min(MaxPause.TotalSeconds, FirstPause.TotalSeconds * Math.Pow(2, attempt - 1));
        var pause = TimeSpan.FromSeconds(longest * _random());
        return askedFor > pause ? askedFor.Value : pause;
    }
}
