using System.Text;

namespace AwsSsoCredentials.Login;

/// <summary>The head of a GET request; the rest of HTTP is of no interest here.</summary>
internal sealed class CallbackRequest
{
    /// <summary>The code is long, browsers send many headers; more than this sends nobody who means well.</summary>
    private const int MaximumLength = 32 * 1024;

    /// <summary>A connection that has sent no whole head by then is given up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, string> _parameters;

    private CallbackRequest(string path, Dictionary<string, string> parameters)
    {
        Path = path;
        _parameters = parameters;
    }

    /// <summary>Gets the path.</summary>
    public string Path { get; }

    /// <summary>Gets a parameter of the query; null when it is absent or empty.</summary>
    public string? Parameter(string name) => _parameters.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    /// <summary>Reads the head of a request.</summary>
    /// <returns>Null when it is no GET request, or too long.</returns>
    /// <exception cref="OperationCanceledException">It did not come in time.</exception>
    public static async Task<CallbackRequest?> ReadAsync(Stream stream, TimeProvider time, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var buffer = new byte[MaximumLength];
        var length = 0;
        while (length < buffer.Length)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), either.Token).ConfigureAwait(false);
            if (read == 0)
            {
                return null;
            }

            length += read;
            if (buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) >= 0)
            {
                return Parse(Encoding.ASCII.GetString(buffer, 0, length));
            }
        }

        return null;
    }

    private static CallbackRequest? Parse(string head)
    {
        var line = head[..head.IndexOf("\r\n", StringComparison.Ordinal)].Split(' ');
        if (line is not ["GET", ['/', ..] target, "HTTP/1.1" or "HTTP/1.0"])
        {
            return null;
        }

        var question = target.IndexOf('?', StringComparison.Ordinal);
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        if (question >= 0)
        {
            foreach (var part in target[(question + 1)..].Split('&'))
            {
                var equals = part.IndexOf('=', StringComparison.Ordinal);
                if (equals > 0)
                {
                    parameters.TryAdd(Decode(part[..equals]), Decode(part[(equals + 1)..]));
                }
            }
        }

        return new CallbackRequest(question < 0 ? target : target[..question], parameters);
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
