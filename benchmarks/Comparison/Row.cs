namespace Comparison;

/// <summary>One line of the table.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Ours">Our figures.</param>
/// <param name="Floor">What they are compared with.</param>
/// <param name="Result">The figure that the bound is about.</param>
/// <param name="Bound">The bound.</param>
/// <param name="IsWithin">Whether the result keeps to it.</param>
internal sealed record Row(string What, string Ours, string Floor, string Result, string Bound, bool IsWithin)
{
    /// <summary>Gives the table as Markdown.</summary>
    public static string Table(IEnumerable<Row> rows) => string.Join(
        '\n',
        [
            "| what | ours | floor | result | at most | |",
            "| --- | --- | --- | --- | --- | --- |",
            .. rows.Select(row => $"| {row.What} | {row.Ours} | {row.Floor} | {row.Result} | {row.Bound} | {(row.IsWithin ? "ok" : "OVER")} |"),
        ]);
}
