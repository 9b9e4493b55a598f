using System.Globalization;

namespace Comparison;

/// <summary>One profile, as a program and as a script, each with its floor.</summary>
internal sealed class SingleProfile(Workplace workplace)
{
    private const string Profile = "dev";
    private const string Target = "dev-keys";

    private readonly int _runs = workplace.Options.Runs;
    private readonly Home _home = workplace.Home;

    /// <summary>Measures all rows.</summary>
    public IEnumerable<Row> Measure()
    {
        _home.WriteConfig(1);
        yield return Ratio(
            "one profile, process: generate + write",
            Generated(() => workplace.Run("OneProfile", Profile, Target).Milliseconds),
            () => workplace.Run("SdkFloor", _home.TokenPath, workplace.Emulator.Url, Home.Account(0), Home.RoleName).Milliseconds,
            calls: 2,
            bound: 1.15);
        yield return Ratio(
            "one profile, process: still valid",
            () => workplace.Run("OneProfile", Profile, Target).Milliseconds,
            () => workplace.Run("ReadFloor", _home.ConfigPath, _home.CredentialsPath).Milliseconds,
            calls: 0,
            bound: 1.5);
        yield return Difference("script: generate + write", Generated(() => workplace.RunScript("ours.cake")), calls: 1, bound: 0.4);
        yield return Difference("script: still valid", () => workplace.RunScript("ours.cake"), calls: 0, bound: 0.1);
    }

    private Func<double> Generated(Func<double> run) => () =>
    {
        _home.ForgetKeys();
        return run();
    };

    private Row Ratio(string what, Func<double> ours, Func<double> floor, int calls, double bound)
    {
        (Series left, Series right) = Take(ours, floor, calls);
        Series ratio = left.With(right, (a, b) => a / b);
        return new Row(
            what, left.Show("0", " ms"), right.Show("0", " ms"), ratio.Show("0.00", " ×"), Invariant($"{bound:0.00} ×"), ratio.Median <= bound);
    }

    private Row Difference(string what, Func<double> ours, int calls, double bound)
    {
        (Series left, Series right) = Take(ours, () => workplace.RunScript("floor.cake"), calls);
        Series more = left.With(right, (a, b) => (a - b) / 1000);
        return new Row(
            what, left.Show("0", " ms"), right.Show("0", " ms"), more.Show("+0.00;-0.00", " s"), Invariant($"+{bound:0.0} s"), more.Median <= bound);
    }

    // Calls to the portal that one pair makes: a process that did not do its work would be a fast one.
    private (Series Ours, Series Floor) Take(Func<double> ours, Func<double> floor, int calls)
    {
        workplace.Emulator.TakeCalls();
        (Series Ours, Series Floor) taken = Pairs.Measure(_runs, ours, floor);
        workplace.ExpectCalls((_runs + 1) * calls);
        return taken;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
