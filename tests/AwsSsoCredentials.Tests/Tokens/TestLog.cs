using System.Collections.Concurrent;

namespace AwsSsoCredentials.Tests.Tokens;

/// <summary>Keeps what is logged.</summary>
internal sealed class TestLog : ISsoLog
{
    public ConcurrentQueue<string> Warnings { get; } = new();

    public ConcurrentQueue<string> Informations { get; } = new();

    public ConcurrentQueue<string> Verboses { get; } = new();

    public IEnumerable<string> All => Warnings.Concat(Informations).Concat(Verboses);

    public void Warning(string message) => Warnings.Enqueue(message);

    public void Information(string message) => Informations.Enqueue(message);

    public void Verbose(string message) => Verboses.Enqueue(message);
}
