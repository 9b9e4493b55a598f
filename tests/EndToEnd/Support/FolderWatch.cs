using System.Text.Json;
using System.Text.Json.Nodes;

namespace EndToEnd.Support;

/// <summary>Reads a folder again and again as aws2-wrap does: every entry, whatever its name, and each must be a JSON object.</summary>
internal sealed class FolderWatch : IAsyncDisposable
{
    private readonly string _folder;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _watching;
    private readonly HashSet<string> _offences = [];
    private int _rounds;

    public FolderWatch(string folder)
    {
        _folder = Directory.CreateDirectory(folder).FullName;
        _watching = Task.Factory.StartNew(Watch, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Gets what was no JSON object; what has gone since it was listed counts for nothing.</summary>
    public IReadOnlyCollection<string> Offences
    {
        get
        {
            lock (_offences)
            {
                return [.. _offences];
            }
        }
    }

    /// <summary>Finds the access token by opening every entry, as such a tool would at this instant.</summary>
    public string? FindAccessToken() => Directory.EnumerateFileSystemEntries(_folder).Order(StringComparer.Ordinal)
        .Select(path => JsonNode.Parse(File.ReadAllText(path))!.AsObject()["accessToken"]?.GetValue<string>())
        .FirstOrDefault(token => token is not null);

    /// <summary>Comes back when all that is there now was read.</summary>
    public async Task SeeAsync()
    {
        int seen = Volatile.Read(ref _rounds);
        while (Volatile.Read(ref _rounds) < seen + 2)
        {
            await Task.Delay(1);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching;
        _stop.Dispose();
    }

    private void Watch()
    {
        while (!_stop.IsCancellationRequested)
        {
            foreach (string path in Directory.EnumerateFileSystemEntries(_folder))
            {
                if (Offence(path) is { } offence)
                {
                    lock (_offences)
                    {
                        _offences.Add($"{Path.GetFileName(path)}: {offence}");
                    }
                }
            }

            Interlocked.Increment(ref _rounds);
        }
    }

    private static string? Offence(string path)
    {
        try
        {
            using var content = JsonDocument.Parse(File.ReadAllBytes(path));
            return content.RootElement.ValueKind == JsonValueKind.Object ? null : "no object";
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            return error.GetType().Name;
        }
    }
}
