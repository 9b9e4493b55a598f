namespace Cake.AwsSsoCredentials.Tests;

/// <summary>Keeps what the rooms report.</summary>
internal sealed class RecordingLog : ISsoLog
{
    public List<string> Warnings { get; } = [];

    public List<string> Informations { get; } = [];

    public List<string> Details { get; } = [];

    public IEnumerable<string> All => [.. Warnings, .. Informations, .. Details];

    public void Warning(string message) => Warnings.Add(message);

    public void Information(string message) => Informations.Add(message);

    public void Verbose(string message) => Details.Add(message);
}
