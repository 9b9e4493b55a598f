using System.Net;
using System.Net.Sockets;
using System.Text;
using AwsSsoCredentials.Login;
using AwsSsoCredentials.Tests.Tokens;

namespace AwsSsoCredentials.Tests.Login;

public sealed class CallbackListenerTests : IDisposable
{
    private const string State = "11111111-2222-3333-4444-555555555555";

    private readonly TestClock _clock = new() { PausesPassAtOnce = false };
    private readonly CallbackListener _listener;
    private readonly CancellationTokenSource _stop = new();

    public CallbackListenerTests() => _listener = CallbackListener.Start(State, _clock);

    public void Dispose()
    {
        _listener.Dispose();
        _stop.Dispose();
    }

    [Fact]
    public async Task Code_and_state_are_taken()
    {
        var waiting = _listener.WaitAsync(_stop.Token);
        var answer = await SendAsync($"GET /oauth/callback?code=a%2Bb%2Fc&state={State} HTTP/1.1\r\nHost: x\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", answer, StringComparison.Ordinal);
        var callback = await waiting;
        Assert.Equal("a+b/c", callback.Code);
    }

    [Theory]
    [Trait("Case", "83")]
    [InlineData("error=access_denied&state=" + State, "access_denied")]
    [InlineData("error=%3Cscript%3E&state=" + State, "an unknown error")]
    [InlineData("error=server_error&code=abc&state=" + State, "server_error")]
    public async Task Case_83_an_error_is_taken_as_one(string query, string expected)
    {
        var waiting = _listener.WaitAsync(_stop.Token);
        var answer = await SendAsync($"GET /oauth/callback?{query} HTTP/1.1\r\n\r\n");
        Assert.Contains("Not signed in", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", answer, StringComparison.Ordinal);
        var callback = await waiting;
        Assert.Equal(expected, callback.Error);
        Assert.Null(callback.Code);
    }

    [Theory]
    [Trait("Case", "83")]
    [InlineData("code=abc&state=other")]
    [InlineData("code=abc&state=" + State + "x")]
    [InlineData("error=access_denied&state=other")]
    [InlineData("error=access_denied")]
    public async Task Case_83_what_lacks_our_state_is_refused_and_the_wait_goes_on(string query)
    {
        var waiting = _listener.WaitAsync(_stop.Token);
        var answer = await SendAsync($"GET /oauth/callback?{query} HTTP/1.1\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Contains("still waits", answer, StringComparison.Ordinal);
        Assert.False(waiting.IsCompleted);
        await SendAsync($"GET /oauth/callback?code=abc&state={State} HTTP/1.1\r\n\r\n");
        Assert.Equal("abc", (await waiting).Code);
    }

    [Theory]
    [Trait("Case", "83")]
    [InlineData("GET /favicon.ico HTTP/1.1\r\n\r\n", "404")]
    [InlineData("GET / HTTP/1.1\r\n\r\n", "404")]
    [InlineData("GET /oauth/callback/x?code=a&state=" + State + " HTTP/1.1\r\n\r\n", "404")]
    [InlineData("GET /oauth/callback HTTP/1.1\r\n\r\n", "400")]
    [InlineData("GET /oauth/callback?code=abc HTTP/1.1\r\n\r\n", "400")]
    [InlineData("GET /oauth/callback?state=" + State + " HTTP/1.1\r\n\r\n", "400")]
    [InlineData("POST /oauth/callback?code=a&state=" + State + " HTTP/1.1\r\nContent-Length: 0\r\n\r\n", "400")]
    [InlineData("GET http://evil.example.com/oauth/callback?code=a&state=" + State + " HTTP/1.1\r\n\r\n", "400")]
    [InlineData("nonsense\r\n\r\n", "400")]
    public async Task Case_83_other_requests_are_ignored(string request, string status)
    {
        var waiting = _listener.WaitAsync(_stop.Token);
        Assert.StartsWith($"HTTP/1.1 {status} ", await SendAsync(request), StringComparison.Ordinal);
        Assert.False(waiting.IsCompleted);
        await SendAsync($"GET /oauth/callback?code=abc&state={State} HTTP/1.1\r\n\r\n");
        Assert.Equal("abc", (await waiting).Code);
    }

    [Fact]
    public async Task Connections_that_stay_silent_or_break_off_hold_nobody_up()
    {
        var waiting = _listener.WaitAsync(_stop.Token);
        using var silent = await ConnectAsync();
        using (var broken = await ConnectAsync())
        {
            await broken.GetStream().WriteAsync("GET /oau"u8.ToArray());
        }

        await SendAsync($"GET /oauth/callback?code=abc&state={State} HTTP/1.1\r\n\r\n");
        Assert.Equal("abc", (await waiting).Code);
    }

    [Fact]
    public async Task However_many_connections_stay_silent_the_browser_finds_room()
    {
        var waiting = _listener.WaitAsync(_stop.Token);
        var silent = new List<TcpClient>();
        for (var i = 0; i < 40; i++)
        {
            silent.Add(await ConnectAsync());
        }

        var answer = await SendAsync($"GET /oauth/callback?code=abc&state={State} HTTP/1.1\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
        Assert.Equal("abc", (await waiting).Code);
        Assert.Equal(0, await silent[0].GetStream().ReadAsync(new byte[1]));
        silent.ForEach(client => client.Dispose());
    }

    [Fact]
    public async Task A_silent_connection_is_given_up_after_ten_seconds()
    {
        var ten = new TaskCompletionSource();
        _clock.OnPause = () => ten.TrySetResult();
        var waiting = _listener.WaitAsync(_stop.Token);
        using var silent = await ConnectAsync();
        await ten.Task;
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(0, await silent.GetStream().ReadAsync(new byte[1]));
        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task A_request_in_pieces_is_put_together()
    {
        var waiting = _listener.WaitAsync(_stop.Token);
        using var client = await ConnectAsync();
        client.NoDelay = true;
        foreach (var piece in new[] { "GET /oauth/call", "back?code=abc&sta", $"te={State} HTTP/1.1\r", "\n\r", "\n" })
        {
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(piece));
            await client.GetStream().FlushAsync();
        }

        Assert.Equal("abc", (await waiting).Code);
    }

    [Fact]
    public async Task An_endless_request_is_cut_off()
    {
        var waiting = _listener.WaitAsync(_stop.Token);
        var answer = await SendAsync($"GET /oauth/callback?code={new string('a', 40_000)}&state={State} HTTP/1.1\r\n\r\n");
        Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 400 ", StringComparison.Ordinal));
        Assert.False(waiting.IsCompleted);
        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task The_page_loads_nothing_and_is_not_kept()
    {
        var waiting = _listener.WaitAsync(_stop.Token);
        var answer = await SendAsync($"GET /oauth/callback?code=abc&state={State} HTTP/1.1\r\n\r\n");
        Assert.Contains("Content-Security-Policy: default-src 'none'", answer, StringComparison.Ordinal);
        Assert.Contains("Cache-Control: no-store", answer, StringComparison.Ordinal);
        Assert.Contains("Referrer-Policy: no-referrer", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("abc", answer, StringComparison.Ordinal);
        await waiting;
    }

    [Fact]
    public void It_listens_on_the_loopback_address_alone()
    {
        var port = new Uri(_listener.RedirectUri).Port;
        var listeners = System.Net.NetworkInformation.IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners();
        Assert.Equal(IPAddress.Loopback, Assert.Single(listeners, listener => listener.Port == port).Address);
        Assert.Equal($"http://127.0.0.1:{port}/oauth/callback", _listener.RedirectUri);
    }

    private async Task<TcpClient> ConnectAsync()
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, new Uri(_listener.RedirectUri).Port);
        return client;
    }

    private async Task<string> SendAsync(string request)
    {
        using var client = await ConnectAsync();
        try
        {
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
            using var reader = new StreamReader(client.GetStream());
            return await reader.ReadToEndAsync();
        }
        catch (IOException)
        {
            // Reset before everything was sent.
            return "";
        }
    }
}
