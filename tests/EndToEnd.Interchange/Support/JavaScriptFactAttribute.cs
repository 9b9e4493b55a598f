namespace EndToEnd.Interchange.Support;

/// <summary>A test with <see cref="JavaScriptSdk"/>: skipped, at discovery, where that cannot be run.</summary>
internal sealed class JavaScriptFactAttribute : FactAttribute
{
    public JavaScriptFactAttribute() => Skip = JavaScriptSdk.Missing;
}
