using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace IdentityCenterEmulator.Tls;

/// <summary>
/// Makes the plain listener a proxy for AWS's host names: <c>CONNECT sts.amazonaws.com:443</c> leads to the emulator's own TLS listener. Whatever
/// else is connected to is refused, and never reached.
/// </summary>
internal sealed class ConnectTunnel(Func<IPEndPoint> tlsListener)
{
    private const int LongestHead = 8 * 1024;
    private const int TlsPort = 443;

    private static readonly byte[] Method = "CONNECT "u8.ToArray();
    private static readonly byte[] HeadEnd = "\r\n\r\n"u8.ToArray();

    public async Task OnConnectionAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        if (!await IsConnectAsync(connection))
        {
            await next(connection);
            return;
        }

        var target = await ReadTargetAsync(connection.Transport.Input, connection.ConnectionClosed);
        if (target is not { Host: var host, Port: TlsPort } || !ServedHosts.Contains(host))
        {
            var reason = target is null ? "400 Bad Request" : "403 Forbidden";
            await SayAsync(connection, $"HTTP/1.1 {reason}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            return;
        }

        using var tls = new TcpClient(tlsListener().AddressFamily) { NoDelay = true };
        await tls.ConnectAsync(tlsListener(), connection.ConnectionClosed);
        await SayAsync(connection, "HTTP/1.1 200 Connection established\r\n\r\n");
        await RelayAsync(connection, tls.GetStream());
    }

    // Looks, and leaves what it saw to whoever reads next.
    private static async Task<bool> IsConnectAsync(ConnectionContext connection)
    {
        var input = connection.Transport.Input;
        using var ending = connection.Features.Get<IConnectionLifetimeNotificationFeature>()?.ConnectionClosedRequested.Register(input.CancelPendingRead);
        while (true)
        {
            var read = await input.ReadAsync(connection.ConnectionClosed);
            var seen = read.Buffer.Slice(0, Math.Min(read.Buffer.Length, Method.Length)).ToArray();
            var isOpen = Method.AsSpan().StartsWith(seen) && seen.Length < Method.Length && !read.IsCompleted && !read.IsCanceled;
            input.AdvanceTo(read.Buffer.Start, isOpen ? read.Buffer.End : read.Buffer.Start);
            if (!isOpen)
            {
                return seen.AsSpan().SequenceEqual(Method);
            }
        }
    }

    private static async Task<DnsEndPoint?> ReadTargetAsync(PipeReader input, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await input.ReadAsync(cancellationToken);
            var head = Head(read.Buffer, out var end);
            input.AdvanceTo(head is null ? read.Buffer.Start : end, head is null ? read.Buffer.End : end);
            if (head is not null)
            {
                return Parse(head);
            }

            if (read.IsCompleted || read.Buffer.Length > LongestHead)
            {
                return null;
            }
        }
    }

    private static string? Head(ReadOnlySequence<byte> buffer, out SequencePosition end)
    {
        var reader = new SequenceReader<byte>(buffer);
        var isComplete = reader.TryReadTo(out ReadOnlySequence<byte> head, HeadEnd);
        end = reader.Position;
        return isComplete ? Encoding.ASCII.GetString(head) : null;
    }

    private static DnsEndPoint? Parse(string head) =>
        head.Split("\r\n")[0].Split(' ') is [_, var authority, _]
        && Uri.TryCreate("connect://" + authority, UriKind.Absolute, out var uri)
        && uri is { Port: > 0, Host.Length: > 0 }
            ? new DnsEndPoint(uri.Host, uri.Port)
            : null;

    private static async Task SayAsync(ConnectionContext connection, string text) =>
        await connection.Transport.Output.WriteAsync(Encoding.ASCII.GetBytes(text), connection.ConnectionClosed);

    private static async Task RelayAsync(ConnectionContext connection, NetworkStream tls)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(connection.ConnectionClosed);
        var there = connection.Transport.Input.CopyToAsync(tls, end.Token);
        var back = tls.CopyToAsync(connection.Transport.Output.AsStream(leaveOpen: true), end.Token);
        await Task.WhenAny(there, back);
        await end.CancelAsync();
        try
        {
            await Task.WhenAll(there, back);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // One side has hung up: that is how tunnels end.
        }
    }
}
