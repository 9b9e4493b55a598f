using System.Diagnostics;
using System.Globalization;

namespace Comparison;

/// <summary>Batches, timed inside a process that is warm; and the memory of one that is not.</summary>
internal sealed class ManyProfiles(Workplace workplace)
{
    private const int Concurrency = 8; // the default of SyncCredentialsProfilesSettings

    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(50);

    /// <summary>Measures all rows.</summary>
    public IEnumerable<Row> Measure()
    {
        foreach (int profiles in new[] { 10, 100, 1_000 })
        {
            yield return AtLatency(profiles);
        }

        foreach (Row row in AtLimit(500, 20))
        {
            yield return row;
        }

        yield return Memory(1_000);
    }

    private Row AtLatency(int profiles)
    {
        double floor = Math.Ceiling((double)profiles / Concurrency) * Latency.TotalMilliseconds;
        Series taken = Repeat(5, () => Batch(profiles, "0", () => workplace.Emulator.DelayPortal(Latency)).Milliseconds);
        var ratio = new Series([.. taken.Values.Select(value => value / floor)]);
        return new Row(
            Invariant($"{profiles:N0} profiles at 50 ms, no pacing, warm"),
            taken.Show("0", " ms"),
            Invariant($"{floor:0} ms: {profiles:N0} ÷ {Concurrency} × 50 ms"),
            ratio.Show("0.00", " ×"),
            "1.20 ×",
            ratio.Median <= 1.2);
    }

    private IEnumerable<Row> AtLimit(int profiles, int perSecond)
    {
        var throttled = new List<double>();
        Series taken = Repeat(3, () =>
        {
            double seconds = Batch(profiles, null, () => workplace.Emulator.LimitRequests(perSecond)).Milliseconds / 1000;
            Emulator.Calls calls = workplace.Emulator.TakeCalls();
            throttled.Add(100.0 * calls.Throttled / calls.Total);
            return seconds;
        });
        double floor = (double)profiles / perSecond;
        var ratio = new Series([.. taken.Values.Select(value => value / floor)]);
        string what = Invariant($"{profiles} profiles, limit {perSecond} calls/s, default settings");
        yield return new Row(
            what, taken.Show("0.0", " s"), Invariant($"{floor:0.0} s: {profiles} ÷ {perSecond}/s"), ratio.Show("0.00", " ×"), "1.10 ×", ratio.Median <= 1.1);
        var share = new Series(throttled);
        yield return new Row($"{what}: answered 429", share.Show("0.0", " %"), "0 %", share.Show("0.0", " %"), "2.0 %", share.Median <= 2);
    }

    private Row Memory(int profiles)
    {
        (Series many, Series one) = Pairs.Measure(Math.Min(workplace.Options.Runs, 5), () => PeakMegabytes(profiles), () => PeakMegabytes(1));
        Series ratio = many.With(one, (a, b) => a / b);
        return new Row(
            Invariant($"peak memory, {profiles:N0} profiles"), many.Show("0", " MB"), $"{one.Show("0", " MB")}: one profile", ratio.Show("0.00", " ×"), "1.50 ×", ratio.Median <= 1.5);
    }

    private double PeakMegabytes(int profiles)
    {
        workplace.Home.WriteConfig(profiles);
        workplace.Home.ForgetKeys();
        workplace.Emulator.Heal();
        string output = workplace.Run("ManyProfiles", "0", "0").Output;
        return Result.Parse(output[output.LastIndexOf(Result.Mark, StringComparison.Ordinal)..], profiles).PeakBytes / 1e6;
    }

    private Series Repeat(int most, Func<double> measure) =>
        new([.. Enumerable.Range(0, Math.Min(most, workplace.Options.Runs)).Select(_ => measure())]);

    // Warm-up first, at a portal that is in no way hindered.
    private Result Batch(int profiles, string? requestsPerSecond, Action hinder)
    {
        const int WarmUp = 100;
        workplace.Home.WriteConfig(profiles);
        workplace.Home.ForgetKeys();
        workplace.Emulator.Heal();
        string[] arguments = requestsPerSecond is null ? [$"{WarmUp}"] : [$"{WarmUp}", requestsPerSecond];
        using Process process = workplace.Start("ManyProfiles", arguments);
        Task<string> error = process.StandardError.ReadToEndAsync();
        ReadTo("ready");
        hinder();
        workplace.Emulator.TakeCalls();
        process.StandardInput.WriteLine();
        var result = Result.Parse(ReadTo(Result.Mark), profiles);
        process.WaitForExit();
        return result;

        string ReadTo(string start)
        {
            while (process.StandardOutput.ReadLine() is { } line)
            {
                if (line.StartsWith(start, StringComparison.Ordinal))
                {
                    return line;
                }
            }

            throw new InvalidOperationException($"ManyProfiles failed: {error.GetAwaiter().GetResult()}");
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed record Result(double Milliseconds, double PeakBytes)
    {
        public const string Mark = "result ";

        public static Result Parse(string line, int profiles)
        {
            string[] parts = line.Trim().Split(' ');
            return int.Parse(parts[1], CultureInfo.InvariantCulture) == profiles
                ? new Result(double.Parse(parts[2], CultureInfo.InvariantCulture), double.Parse(parts[3], CultureInfo.InvariantCulture))
                : throw new InvalidOperationException($"{parts[1]} of {profiles} profiles were written.");
        }
    }
}
