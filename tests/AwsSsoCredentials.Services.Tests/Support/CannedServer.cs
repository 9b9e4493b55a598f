using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace AwsSsoCredentials.Services.Tests.Support;

/// <summary>Answers every request with the same bytes, over TLS where it has a certificate: for answers that no real service would send.</summary>
internal sealed class CannedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly X509Certificate2? _certificate;
    private readonly byte[] _answer;
    private readonly bool _holdOpen;
    private readonly Task _loop;

    public CannedServer(string answer, X509Certificate2? certificate = null, bool holdOpen = false)
    {
        _answer = Encoding.UTF8.GetBytes(answer);
        _certificate = certificate;
        _holdOpen = holdOpen;
        _listener.Start();
        var port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        Url = new Uri(certificate is null ? $"http://127.0.0.1:{port}" : $"https://localhost:{port}");
        _loop = Task.Run(AcceptAsync);
    }

    public Uri Url { get; }

    /// <summary>Gets the heads of the requests that came in.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    public static string Answer(string status, string headers, string body) =>
        $"HTTP/1.1 {status}\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}";

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await ServeAsync(client.GetStream());
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
            {
                // A client that refuses the certificate or leaves early; the test looks at its side.
            }
        }
    }

    private async Task ServeAsync(Stream stream)
    {
        if (_certificate is not null)
        {
            var tls = new SslStream(stream);
            await tls.AuthenticateAsServerAsync(_certificate);
            stream = tls;
        }

        await using (stream)
        {
            var buffer = new byte[16 * 1024];
            var read = await stream.ReadAsync(buffer, _stop.Token);
            if (read == 0)
            {
                return;
            }

            Requests.Enqueue(Encoding.UTF8.GetString(buffer, 0, read));
            await stream.WriteAsync(_answer, _stop.Token);
            await stream.FlushAsync(_stop.Token);
            if (_holdOpen)
            {
                await Task.Delay(Timeout.Infinite, _stop.Token);
            }
        }
    }
}
