using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using AwsSsoCredentials.Profiles;

namespace AwsSsoCredentials.Login;

/// <summary>Waits on a loopback address for the browser that comes back from the sign-in page.</summary>
/// <remarks>
/// Written on plain sockets: <see cref="HttpListener"/> needs URL permissions on Windows. Bound to 127.0.0.1 alone, unlike the AWS CLI's,
/// so that nobody on the network can talk to it. Every connection is served on its own: browsers open some that stay silent.
/// </remarks>
internal sealed class CallbackListener : IDisposable
{
    /// <summary>The path that the browser is sent back to.</summary>
    public const string CallbackPath = "/oauth/callback";

    private const int MaximumConnections = 32;

    private readonly TcpListener _listener;
    private readonly byte[] _state;
    private readonly TimeProvider _time;

    private CallbackListener(TcpListener listener, string state, TimeProvider time)
    {
        _listener = listener;
        _state = Encoding.UTF8.GetBytes(state);
        _time = time;
        RedirectUri = FormattableString.Invariant($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}{CallbackPath}");
    }

    /// <summary>Gets the address that the browser is sent back to.</summary>
    public string RedirectUri { get; }

    /// <summary>Starts to listen, on any free port.</summary>
    /// <param name="state">The state of our own request, which the answer must repeat.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="SsoServiceException">The machine lets nobody listen on its loopback address.</exception>
    public static CallbackListener Start(string state, TimeProvider time)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        try
        {
            listener.Start();
            return new CallbackListener(listener, state, time);
        }
        catch (SocketException error)
        {
            listener.Dispose();
            throw CannotListen(error);
        }
    }

    /// <summary>Serves requests until one of them is the answer of the sign-in page.</summary>
    public async Task<LoginCallback> WaitAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var received = new TaskCompletionSource<LoginCallback>(TaskCreationOptions.RunContinuationsAsynchronously);
        var accepting = AcceptAsync(received, stop.Token);
        try
        {
            await Task.WhenAny(received.Task, accepting).ConfigureAwait(false);
            if (!received.Task.IsCompleted)
            {
                // Only giving up, or its failure, ends the accepting earlier.
                cancellationToken.ThrowIfCancellationRequested();
                await accepting.ConfigureAwait(false);
            }

            return await received.Task.ConfigureAwait(false);
        }
        catch (SocketException error)
        {
            throw CannotListen(error);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync(TaskCompletionSource<LoginCallback> received, CancellationToken cancellationToken)
    {
        var connections = new List<Connection>();
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                var client = await _listener.AcceptTcpClientAsync(cancellationToken).ConfigureAwait(false);
                connections.RemoveAll(connection => connection.HasEnded());
                if (connections.Count == MaximumConnections)
                {
                    // Whoever has been silent for longest makes room: however many connect, the browser is heard.
                    await connections[0].EndAsync().ConfigureAwait(false);
                    connections.RemoveAt(0);
                }

                connections.Add(new Connection(stop => ServeAsync(client, received, stop), cancellationToken));
            }
        }
        finally
        {
            foreach (var connection in connections)
            {
                await connection.EndAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task ServeAsync(TcpClient client, TaskCompletionSource<LoginCallback> received, CancellationToken cancellationToken)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var request = await CallbackRequest.ReadAsync(stream, _time, cancellationToken).ConfigureAwait(false);
                var (page, callback) = Answer(request);
                try
                {
                    await stream.WriteAsync(page, cancellationToken).ConfigureAwait(false);
                    client.Client.Shutdown(SocketShutdown.Send);
                }
                finally
                {
                    // After the page, since this ends the listening; but also when the browser did not wait for it.
                    if (callback is not null)
                    {
                        received.TrySetResult(callback);
                    }
                }
            }
            catch (Exception error) when (error is IOException or SocketException or OperationCanceledException)
            {
                // A connection that breaks off, stays silent or is left over in the end concerns nobody: the next one may be the answer.
            }
        }
    }

    private (byte[] Page, LoginCallback? Callback) Answer(CallbackRequest? request)
    {
        if (request is null)
        {
            return (CallbackPage.BadRequest, null);
        }

        if (request.Path != CallbackPath)
        {
            // The icon, above all.
            return (CallbackPage.NotFound, null);
        }

        // Any page and any process of this machine can send a request here: only who knows the state is listened to.
        if (request.Parameter("state") is not { } state || !IsOurs(state))
        {
            return (CallbackPage.Foreign, null);
        }

        if (request.Parameter("error") is { } error)
        {
            return (CallbackPage.Refused, new LoginCallback(null, PlainError(error)));
        }

        return request.Parameter("code") is { } code
            ? (CallbackPage.Received, new LoginCallback(code, null))
            : (CallbackPage.BadRequest, null);
    }

    private static SsoServiceException CannotListen(SocketException error) =>
        new(
            $"Cannot listen on 127.0.0.1 for the browser to come back: {Sentence.Ended(error.Message)} For a login without it,"
            + $" {Remedies.LoginByDeviceCode}.",
            error);

    private bool IsOurs(string state) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(state), _state);

    /// <summary>An error code goes into a message: anything that is none of its characters (RFC 6749, 4.1.2.1) stays outside.</summary>
    private static string PlainError(string error) =>
        error.Length <= 64 && error.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.') ? error : "an unknown error";

    /// <summary>A connection that is being served.</summary>
    private sealed class Connection
    {
        private readonly CancellationTokenSource _stop;
        private readonly Task _serving;

        public Connection(Func<CancellationToken, Task> serve, CancellationToken cancellationToken)
        {
            _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            _serving = serve(_stop.Token);
        }

        /// <summary>Whether it is over; it is cleared away then.</summary>
        public bool HasEnded()
        {
            if (_serving.IsCompleted)
            {
                _stop.Dispose();
            }

            return _serving.IsCompleted;
        }

        /// <summary>Ends it.</summary>
        public async Task EndAsync()
        {
            await _stop.CancelAsync().ConfigureAwait(false);
            await _serving.ConfigureAwait(false);
            _stop.Dispose();
        }
    }
}
