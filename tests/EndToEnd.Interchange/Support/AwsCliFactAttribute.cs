namespace EndToEnd.Interchange.Support;

/// <summary>A test with <see cref="AwsCli"/>: skipped, at discovery, where that cannot be run.</summary>
internal sealed class AwsCliFactAttribute : FactAttribute
{
    public AwsCliFactAttribute() => Skip = AwsCli.Missing;
}
