namespace AwsSsoCredentials.Tests.Support;

/// <summary>Keeps what the rooms report.</summary>
internal sealed class RecordingLog : ISsoLog
{
    public List<string> Warnings { get; } = [];

    public List<string> Informations { get; } = [];

    public List<string> Details { get; } = [];

    public IEnumerable<string> All => [.. Warnings, .. Informations, .. Details];

    private readonly Lock _lock = new();

    public void Warning(string message) => Add(Warnings, message);

    public void Information(string message) => Add(Informations, message);

    public void Verbose(string message) => Add(Details, message);

    private void Add(List<string> lines, string message)
    {
        lock (_lock)
        {
            lines.Add(message);
        }
    }
}
