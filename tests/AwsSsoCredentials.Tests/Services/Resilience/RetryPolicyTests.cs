using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Services.Resilience;

namespace AwsSsoCredentials.Tests.Services.Resilience;

public sealed class RetryPolicyTests
{
    private readonly InstantClock _clock = new();
    private int _calls;

    [Fact]
    public async Task A_call_that_succeeds_is_made_once()
    {
        Assert.Equal(1, await Policy().RunAsync(_ => Task.FromResult(++_calls), RetryPolicy.IsTransient, CancellationToken.None));
        Assert.Empty(_clock.Waits);
    }

    [Fact]
    public async Task A_failure_that_passes_is_forgotten()
    {
        Assert.Equal(3, await Policy().RunAsync(
            _ => ++_calls < 3 ? throw Failure(ServiceFailureKind.ServerError) : Task.FromResult(_calls),
            RetryPolicy.IsTransient,
            CancellationToken.None));
    }

    [Fact]
    [Trait("Case", "90")]
    public async Task Case_90_After_three_attempts_the_last_failure_is_raised()
    {
        var failure = await FailAsync(Policy(), ServiceFailureKind.ServerError);

        Assert.Equal("attempt 3", failure.Message);
        Assert.Equal(3, _calls);
    }

    [Theory]
    [InlineData(nameof(ServiceFailureKind.Throttled), true)]
    [InlineData(nameof(ServiceFailureKind.ServerError), true)]
    [InlineData(nameof(ServiceFailureKind.Unreachable), true)]
    [InlineData(nameof(ServiceFailureKind.TimedOut), true)]
    [InlineData(nameof(ServiceFailureKind.UnusableAnswer), false)]
    [InlineData(nameof(ServiceFailureKind.Unauthorized), false)]
    [InlineData(nameof(ServiceFailureKind.Forbidden), false)]
    [InlineData(nameof(ServiceFailureKind.NotFound), false)]
    [InlineData(nameof(ServiceFailureKind.InvalidRequest), false)]
    [InlineData(nameof(ServiceFailureKind.AuthorizationPending), false)]
    [InlineData(nameof(ServiceFailureKind.SlowDown), false)]
    [InlineData(nameof(ServiceFailureKind.InvalidGrant), false)]
    [InlineData(nameof(ServiceFailureKind.Other), false)]
    public async Task Only_failures_that_can_pass_are_repeated(string kind, bool repeated)
    {
        await FailAsync(Policy(), Enum.Parse<ServiceFailureKind>(kind));

        Assert.Equal(repeated ? 3 : 1, _calls);
    }

    [Fact]
    [Trait("Case", "89")]
    public async Task Case_89_The_pauses_double_up_to_the_longest()
    {
        await FailAsync(Policy(random: 1, attempts: 8, deadline: 1000), ServiceFailureKind.Throttled);

        Assert.Equal([1, 2, 4, 8, 16, 20, 20], _clock.Waits.Select(w => w.TotalSeconds));
    }

    [Fact]
    [Trait("Case", "89")]
    public async Task Case_89_The_jitter_covers_the_whole_pause()
    {
        await FailAsync(Policy(random: 0.25), ServiceFailureKind.Throttled);

        Assert.Equal([0.25, 0.5], _clock.Waits.Select(w => w.TotalSeconds));
    }

    [Fact]
    [Trait("Case", "89")]
    public async Task Case_89_The_service_is_not_asked_before_the_time_it_named()
    {
        await FailAsync(Policy(random: 0.5), ServiceFailureKind.Throttled, retryAfter: 25);

        Assert.Equal([25, 25], _clock.Waits.Select(w => w.TotalSeconds));
    }

    [Fact]
    [Trait("Case", "89")]
    public async Task Case_89_Waiting_for_ones_turn_does_not_use_up_the_attempts_for_other_failures()
    {
        var policy = new RetryPolicy(_clock, () => 0) { MaxThrottledAttempts = 10 };

        await Assert.ThrowsAsync<ServiceFailureException>(() => policy.RunAsync<int>(
            _ => throw Failure(++_calls is <= 9 or 11 ? ServiceFailureKind.Throttled : ServiceFailureKind.ServerError),
            RetryPolicy.IsTransient,
            CancellationToken.None));

        Assert.Equal(11, _calls);
    }

    [Fact]
    public async Task A_dropped_connection_among_requests_that_are_turned_away_is_repeated_as_ever()
    {
        var policy = new RetryPolicy(_clock, () => 0) { MaxThrottledAttempts = 10 };

        await Assert.ThrowsAsync<ServiceFailureException>(() => policy.RunAsync<int>(
            _ => throw Failure(++_calls <= 5 ? ServiceFailureKind.Throttled : ServiceFailureKind.Unreachable),
            RetryPolicy.IsTransient,
            CancellationToken.None));

        Assert.Equal(5 + 3, _calls);
    }

    [Fact]
    public async Task A_pause_that_goes_beyond_the_deadline_is_not_begun()
    {
        await FailAsync(Policy(deadline: 60), ServiceFailureKind.Throttled, retryAfter: 3600);

        Assert.Equal(1, _calls);
        Assert.Empty(_clock.Waits);
    }

    [Fact]
    public async Task The_time_of_the_calls_themselves_counts_towards_the_deadline()
    {
        var policy = Policy(deadline: 60);

        await Assert.ThrowsAsync<ServiceFailureException>(() => policy.RunAsync<int>(
            _ =>
            {
                _calls++;
                _clock.Advance(TimeSpan.FromSeconds(40));
                throw Failure(ServiceFailureKind.TimedOut);
            },
            RetryPolicy.IsTransient,
            CancellationToken.None));

        Assert.Equal(2, _calls);
    }

    [Fact]
    public async Task A_pause_can_be_cancelled()
    {
        using var stop = new CancellationTokenSource();
        var policy = new RetryPolicy(TimeProvider.System, () => 1) { MaxPause = TimeSpan.FromHours(1) };

        var call = policy.RunAsync<int>(
            async _ =>
            {
                await stop.CancelAsync();
                throw Failure(ServiceFailureKind.ServerError);
            },
            RetryPolicy.IsTransient,
            stop.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task Each_repetition_is_told_to_the_log()
    {
        var log = new ListLog();

        await FailAsync(new RetryPolicy(_clock, () => 0.5, log), ServiceFailureKind.ServerError);

        Assert.Equal(["attempt 1; attempt 2 of 3 in 0.5 s.", "attempt 2; attempt 3 of 3 in 1.0 s."], log.Lines);
    }

    private static ServiceFailureException Failure(ServiceFailureKind kind, string message = "failed", int? retryAfter = null) =>
        new(kind, "GetRoleCredentials", new Uri("https://portal.example"), message)
        {
            RetryAfter = retryAfter is null ? null : TimeSpan.FromSeconds(retryAfter.Value),
        };

    private RetryPolicy Policy(double random = 0.5, int attempts = 3, int deadline = 60) =>
        new(_clock, () => random) { MaxAttempts = attempts, MaxThrottledAttempts = attempts, Deadline = TimeSpan.FromSeconds(deadline) };

    private Task<ServiceFailureException> FailAsync(RetryPolicy policy, ServiceFailureKind kind, int? retryAfter = null) =>
        Assert.ThrowsAsync<ServiceFailureException>(() => policy.RunAsync<int>(
            _ => throw Failure(kind, $"attempt {++_calls}", retryAfter), RetryPolicy.IsTransient, CancellationToken.None));

    private sealed class ListLog : ISsoLog
    {
        public List<string> Lines { get; } = [];

        public void Warning(string message) => throw new InvalidOperationException(message);

        public void Information(string message) => throw new InvalidOperationException(message);

        public void Verbose(string message) => Lines.Add(message);
    }
}
