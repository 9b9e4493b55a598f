namespace Comparison;

/// <summary>Measures two things in turn, so that a busy machine slows both.</summary>
internal static class Pairs
{
    /// <summary>Runs both once unmeasured, then in turn.</summary>
    /// <param name="runs">How often each is measured.</param>
    /// <param name="ours">Gives one figure.</param>
    /// <param name="floor">Gives the figure to compare with.</param>
    public static (Series Ours, Series Floor) Measure(int runs, Func<double> ours, Func<double> floor)
    {
        ours();
        floor();
        var left = new List<double>();
        var right = new List<double>();
        for (int i = 0; i < runs; i++)
        {
            left.Add(ours());
            right.Add(floor());
        }

        return (new Series(left), new Series(right));
    }
}
