namespace AwsSsoCredentials;

/// <summary>Passes on lines that are fit to be shown. The rooms write through it, whatever log a host gives them.</summary>
/// <param name="inner">The host's log.</param>
internal sealed class OneLineLog(ISsoLog inner) : ISsoLog
{
    public void Warning(string message) => inner.Warning(OneLine.Of(message));

    public void Information(string message) => inner.Information(OneLine.Of(message));

    public void Verbose(string message) => inner.Verbose(OneLine.Of(message));
}
