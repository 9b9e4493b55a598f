using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Services.Resilience;

namespace AwsSsoCredentials.Tests.Services.Resilience;

public sealed class RequestPacerTests
{
    private readonly InstantClock _clock = new();

    [Fact]
    public async Task Requests_are_spaced_evenly()
    {
        var pacer = new RequestPacer(_clock, 20);

        TimeSpan[] sent = await SendAsync(pacer, 5);

        Assert.Equal([0, 50, 100, 150, 200], sent.Select(at => at.TotalMilliseconds));
    }

    [Fact]
    public async Task No_second_has_more_requests_than_allowed()
    {
        var pacer = new RequestPacer(_clock, 19);

        TimeSpan[] sent = await SendAsync(pacer, 500);

        Assert.All(sent, from => Assert.InRange(sent.Count(at => at >= from && at < from + TimeSpan.FromSeconds(1)), 1, 19));
        Assert.Equal(499 / 19.0, sent[^1].TotalSeconds, 2);
    }

    [Fact]
    public async Task A_request_that_comes_late_does_not_let_the_next_ones_come_early()
    {
        var pacer = new RequestPacer(_clock, 20);
        await SendAsync(pacer, 2);
        _clock.Advance(TimeSpan.FromSeconds(10));

        TimeSpan[] sent = await SendAsync(pacer, 3);

        Assert.Equal([10050, 10100, 10150], sent.Select(at => at.TotalMilliseconds));
    }

    [Fact]
    public async Task As_many_requests_as_a_second_allows_need_no_spacing()
    {
        var pacer = new RequestPacer(_clock, 20, expectedRequests: 20);

        TimeSpan[] sent = await SendAsync(pacer, 20);

        Assert.All(sent, at => Assert.Equal(TimeSpan.Zero, at));
    }

    [Fact]
    public async Task More_requests_than_expected_wait_until_the_second_is_over()
    {
        var pacer = new RequestPacer(_clock, 20, expectedRequests: 20);
        await SendAsync(pacer, 20);

        Assert.Equal([1000, 1050], (await SendAsync(pacer, 2)).Select(at => at.TotalMilliseconds));
    }

    [Fact]
    public async Task One_request_more_than_a_second_allows_has_all_of_them_spaced()
    {
        var pacer = new RequestPacer(_clock, 20, expectedRequests: 21);

        Assert.Equal([0, 50, 100], (await SendAsync(pacer, 3)).Select(at => at.TotalMilliseconds));
    }

    [Fact]
    public async Task Without_a_limit_nothing_waits()
    {
        var pacer = new RequestPacer(_clock, 0);

        TimeSpan[] sent = await SendAsync(pacer, 1000);

        Assert.All(sent, at => Assert.Equal(TimeSpan.Zero, at));
        Assert.Equal(double.PositiveInfinity, pacer.CurrentRate);
    }

    [Fact]
    [Trait("Case", "89")]
    public async Task Case_89_A_request_that_is_turned_away_lowers_the_rate_below_what_was_sent()
    {
        var pacer = new RequestPacer(_clock, 0);
        TimeSpan[] sent = await SendAsync(pacer, 30);

        pacer.Throttled(sent[^1], Refusal());

        Assert.Equal(21, pacer.CurrentRate, 3);
        Assert.Equal(1000, (await SendAsync(pacer, 1))[0].TotalMilliseconds);
    }

    [Fact]
    [Trait("Case", "89")]
    public async Task Case_89_Requests_that_were_under_way_when_the_rate_fell_do_not_lower_it_again()
    {
        var pacer = new RequestPacer(_clock, 0);
        TimeSpan[] sent = await SendAsync(pacer, 30);

        Assert.All(sent, at => pacer.Throttled(at, Refusal()));

        Assert.Equal(21, pacer.CurrentRate, 3);
    }

    [Fact]
    public async Task The_rate_grows_back_evenly_up_to_its_limit()
    {
        var pacer = new RequestPacer(_clock, 20);
        TimeSpan[] sent = await SendAsync(pacer, 20);
        pacer.Throttled(sent[^1], Refusal());
        double fallen = pacer.CurrentRate;

        _clock.Advance(TimeSpan.FromSeconds(3));
        double growing = pacer.CurrentRate;
        _clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(14, fallen, 3);
        Assert.Equal(17, growing, 3);
        Assert.Equal(20, pacer.CurrentRate);
    }

    [Fact]
    public async Task The_rate_never_falls_below_one_request_a_second()
    {
        var pacer = new RequestPacer(_clock, 20);
        for (int i = 0; i < 50; i++)
        {
            pacer.Throttled((await SendAsync(pacer, 1))[0], Refusal());
        }

        Assert.InRange(pacer.CurrentRate, 1, 3);
    }

    [Fact]
    [Trait("Case", "89")]
    public async Task Case_89_The_pause_the_service_asks_for_holds_for_all_requests_and_ends_spaced()
    {
        var pacer = new RequestPacer(_clock, 20);
        TimeSpan[] sent = await SendAsync(pacer, 20);
        pacer.Throttled(sent[^1], Refusal(10));

        TimeSpan[] later = await SendAsync(pacer, 2);

        Assert.Equal(sent[^1] + TimeSpan.FromSeconds(10), later[0]);
        Assert.True(later[1] > later[0] + TimeSpan.FromMilliseconds(40), $"{later[1]}");
    }

    [Fact]
    public async Task A_request_that_waits_for_its_turn_can_be_cancelled()
    {
        var pacer = new RequestPacer(TimeProvider.System, 0.001);
        using var stop = new CancellationTokenSource();
        await pacer.WaitAsync(stop.Token);

        Task waiting = pacer.WaitAsync(stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    [Trait("Case", "89")]
    public async Task Case_89_Those_who_wait_for_their_turn_when_the_rate_falls_take_a_new_one()
    {
        var clock = new Tokens.TestClock { PausesPassAtOnce = false };
        var pacer = new RequestPacer(clock, 10);
        TimeSpan first = await pacer.WaitAsync(CancellationToken.None);
        Task<TimeSpan>[] waiting = [.. Enumerable.Range(0, 8).Select(_ => pacer.WaitAsync(CancellationToken.None))];

        pacer.Throttled(first, Refusal());
        for (int i = 0; i < 40; i++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.WhenAny(Task.WhenAll(waiting), Task.Delay(20));
        }

        TimeSpan[] sent = [.. (await Task.WhenAll(waiting).WaitAsync(TimeSpan.FromSeconds(30))).Order()];
        Assert.True(sent[0] >= TimeSpan.FromSeconds(1), $"{sent[0]}");
        Assert.All(sent.Zip(sent.Skip(1)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromMilliseconds(90), $"{pair}"));
        Assert.InRange(pacer.CurrentRate, 7, 10);
    }

    [Fact]
    public async Task A_first_request_that_is_turned_away_lowers_the_rate_no_further_than_any_other()
    {
        var pacer = new RequestPacer(_clock, 19);

        pacer.Throttled((await SendAsync(pacer, 1))[0], Refusal());

        Assert.Equal(13.3, pacer.CurrentRate, 3);
    }

    [Theory]
    [InlineData(61)]
    [InlineData(1_764_000_000)]
    public async Task A_longer_pause_than_there_is_patience_for_ends_all_requests(int seconds)
    {
        var pacer = new RequestPacer(_clock, 20);
        pacer.Throttled((await SendAsync(pacer, 1))[0], Refusal(seconds));

        var failure = await Assert.ThrowsAsync<ServiceFailureException>(() => pacer.WaitAsync(CancellationToken.None));

        Assert.Equal(ServiceFailureKind.Throttled, failure.Kind);
    }

    private static ServiceFailureException Refusal(int? retryAfter = null) =>
        new(ServiceFailureKind.Throttled, "GetRoleCredentials", new Uri("https://portal.example"), "too many")
        {
            RetryAfter = retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        };

    private static async Task<TimeSpan[]> SendAsync(RequestPacer pacer, int count)
    {
        var sent = new TimeSpan[count];
        for (int i = 0; i < count; i++)
        {
            sent[i] = await pacer.WaitAsync(CancellationToken.None);
        }

        return sent;
    }
}
