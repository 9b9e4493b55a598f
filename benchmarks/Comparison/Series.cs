using System.Globalization;

namespace Comparison;

/// <summary>What was measured again and again.</summary>
/// <param name="Values">The figures, in the order in which they were taken.</param>
internal sealed record Series(IReadOnlyList<double> Values)
{
    /// <summary>Gets the figure in the middle.</summary>
    public double Median
    {
        get
        {
            double[] sorted = [.. Values.Order()];
            int middle = sorted.Length / 2;
            return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        }
    }

    /// <summary>Joins two series, pair by pair.</summary>
    public Series With(Series other, Func<double, double, double> join) => new([.. Values.Zip(other.Values, join)]);

    /// <summary>Shows the median, and the smallest and the largest figure.</summary>
    /// <param name="format">The format of a figure.</param>
    /// <param name="unit">Its unit.</param>
    public string Show(string format, string unit) => string.Format(
        CultureInfo.InvariantCulture, $"{{0:{format}}}{unit} ({{1:{format}}}–{{2:{format}}})", Median, Values.Min(), Values.Max());
}
