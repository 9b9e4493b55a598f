using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Comparison;

/// <summary>An Identity Center on loopback, in a process of its own.</summary>
internal sealed class Emulator : IDisposable
{
    private readonly Process _process;
    private readonly HttpClient _client;

    private Emulator(Process process, Uri url)
    {
        _process = process;
        _client = new HttpClient { BaseAddress = new Uri(url, "/_emulator/") };
        Url = url.GetLeftPart(UriPartial.Authority);
    }

    /// <summary>Gets where it listens, without a slash at the end.</summary>
    public string Url { get; }

    /// <summary>Starts it.</summary>
    /// <param name="tool">The path of the tool's dll.</param>
    /// <param name="accounts">Its options file.</param>
    /// <param name="folder">A folder for what it writes.</param>
    public static Emulator Start(string tool, string accounts, string folder)
    {
        string ready = Path.Combine(folder, "emulator.url");
        Process process = ChildProcess.Create(
            ["exec", tool, "--accounts", accounts, "--auto-approve", "--ready-file", ready, "--stop-on-stdin-end"], folder, new Dictionary<string, string>());
        process.Start();
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var patience = Stopwatch.StartNew();
        while (!File.Exists(ready))
        {
            if (process.HasExited || patience.Elapsed > TimeSpan.FromSeconds(30))
            {
                throw new InvalidOperationException($"The emulator did not come up: {(process.HasExited ? process.StandardError.ReadToEnd() : "30 s")}");
            }

            Thread.Sleep(20);
        }

        return new Emulator(process, new Uri(File.ReadAllText(ready).Trim()));
    }

    /// <summary>Opens a session and gives its token file's content.</summary>
    public string IssueToken(string startUrl, string region)
    {
        using HttpResponseMessage answer = Post("tokens", new JsonObject { ["startUrl"] = startUrl, ["region"] = region, ["lifetime"] = "08:00:00" });
        return answer.Content.ReadAsStringAsync().GetAwaiter().GetResult();
    }

    /// <summary>Limits all calls together; null lifts the limit.</summary>
    public void LimitRequests(int? perSecond) => Post("settings", new JsonObject { ["requestsPerSecond"] = perSecond }).Dispose();

    /// <summary>Lets the portal take its time for role credentials.</summary>
    public void DelayPortal(TimeSpan latency) =>
        Post("faults/GetRoleCredentials", new JsonObject { ["delay"] = latency.ToString("c") }).Dispose();

    /// <summary>Ends limits and delays.</summary>
    public void Heal() => _client.DeleteAsync("faults").GetAwaiter().GetResult().EnsureSuccessStatusCode().Dispose();

    /// <summary>Counts the calls for role credentials since the last time.</summary>
    public Calls TakeCalls()
    {
        JsonNode calls = _client.GetFromJsonAsync<JsonNode>("calls").GetAwaiter().GetResult()!;
        _client.DeleteAsync("calls").GetAwaiter().GetResult().EnsureSuccessStatusCode().Dispose();
        JsonNode[] asked = [.. calls["calls"]!.AsArray().Where(call => (string?)call!["operation"] == "GetRoleCredentials").Select(call => call!)];
        return new Calls(asked.Length, asked.Count(call => (int?)call["status"] == 429));
    }

    public void Dispose()
    {
        _client.Dispose();
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(10)))
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private HttpResponseMessage Post(string path, JsonObject body) =>
        _client.PostAsJsonAsync(path, body).GetAwaiter().GetResult().EnsureSuccessStatusCode();

    /// <param name="Total">All of them.</param>
    /// <param name="Throttled">Those answered 429.</param>
    internal sealed record Calls(int Total, int Throttled);
}
