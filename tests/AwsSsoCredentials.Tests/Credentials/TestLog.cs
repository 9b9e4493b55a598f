namespace AwsSsoCredentials.Tests.Credentials;

/// <summary>Keeps what was logged.</summary>
internal sealed class TestLog : ISsoLog
{
    internal List<string> Warnings { get; } = [];

    internal List<string> Informations { get; } = [];

    public void Warning(string message) => Warnings.Add(message);

    public void Information(string message) => Informations.Add(message);

    public void Verbose(string message) => Informations.Add(message);
}
