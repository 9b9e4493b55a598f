namespace EndToEnd.Interchange.Support;

/// <summary>A test with <see cref="Boto3"/>: skipped, at discovery, where that cannot be run.</summary>
internal sealed class Boto3FactAttribute : FactAttribute
{
    public Boto3FactAttribute() => Skip = Boto3.Missing;
}
