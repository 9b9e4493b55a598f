namespace EndToEnd.Interchange.Support;

/// <summary>Tests with <see cref="Boto3"/>: skipped, at discovery, where that cannot be run.</summary>
internal sealed class Boto3TheoryAttribute : TheoryAttribute
{
    public Boto3TheoryAttribute() => Skip = Boto3.Missing;
}
