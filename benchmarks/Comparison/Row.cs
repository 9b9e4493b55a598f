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
    /// <summary>The head of a Markdown table.</summary>
    public const string Head = "| what | ours | floor | result | at most | |\n| --- | --- | --- | --- | --- | --- |";

    /// <summary>Gives the line of a Markdown table.</summary>
    public override string ToString() => $"| {What} | {Ours} | {Floor} | {Result} | {Bound} | {(IsWithin ? "ok" : "OVER")} |";
}
