using System.Net;
using Amazon.Runtime;
using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Services.Endpoints;

namespace AwsSsoCredentials.Services.Http;

/// <summary>The way to one service: its connections, time limit and failures. Safe for calls at the same time.</summary>
internal sealed class ServiceChannel : IDisposable
{
    private readonly ServiceConnection _connection;
    private readonly TimeProvider _timeProvider;
    private readonly HttpClient _httpClient;

    // Tells apart the calls that run at the same time.
    private readonly AsyncLocal<RecordedAnswer?> _answer = new();

    /// <summary>Opens the way; connections are made with the first call.</summary>
    /// <exception cref="SsoConfigurationException">The certificate bundle cannot be used.</exception>
    public ServiceChannel(ServiceConnection connection, TimeProvider timeProvider)
    {
        _connection = connection;
        _timeProvider = timeProvider;
        var handler = new SocketsHttpHandler
        {
            // A redirect would carry the token header to another host: only `Authorization` is dropped there.
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
        };
        try
        {
            if (connection.CaBundle is { } bundle)
            {
                handler.SslOptions.CertificateChainPolicy = CertificateBundle.Load(bundle);
            }

            // HttpClient's own default: HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY, upper and lower case.
            handler.UseProxy = true;
            _httpClient = new HttpClient(new AnswerRecorder(handler, _answer, timeProvider)) { Timeout = Timeout.InfiniteTimeSpan };
        }
        catch
        {
            handler.Dispose();
            throw;
        }
    }

    /// <summary>Sets everything on the configuration of an SDK client, so that it uses this way and no other.</summary>
    public TConfig Configure<TConfig>(TConfig config)
        where TConfig : ClientConfig => SdkConfiguration.Configure(config, _connection, new SharedHttpClient(_httpClient));

    /// <summary>Runs one call and turns whatever goes wrong into a failure without secrets.</summary>
    /// <param name="operation">The name of the operation.</param>
    /// <param name="secrets">The secrets that are sent.</param>
    /// <param name="send">Sends the request.</param>
    /// <param name="read">Reads the answer; raises <see cref="UnusableAnswerException"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ServiceFailureException">The call failed.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<TResult> RunAsync<TAnswer, TResult>(
        string operation,
        IReadOnlyList<string> secrets,
        Func<CancellationToken, Task<TAnswer>> send,
        Func<TAnswer, TResult> read,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!secrets.All(SecretText.IsUsable))
        {
            throw ServiceFailures.NotSent(operation, _connection);
        }

        using var timeLimit = new CancellationTokenSource(_connection.CallTimeout, _timeProvider);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeLimit.Token);
        var answer = new RecordedAnswer();
        _answer.Value = answer;
        try
        {
            return read(await send(stop.Token).ConfigureAwait(false));
        }
#pragma warning disable CA1031 // Whatever the SDK raises may hold a body: none of it goes on.
        catch (Exception cause)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw timeLimit.IsCancellationRequested
                ? ServiceFailures.TimedOut(operation, _connection)
                : ServiceFailures.From(cause, answer, operation, _connection, secrets);
        }
#pragma warning restore CA1031
    }

    public void Dispose() => _httpClient.Dispose();

    /// <summary>Hands the one client to the SDK and keeps it out of the SDK's process-wide cache of clients.</summary>
    private sealed class SharedHttpClient(HttpClient client) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => client;

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;

        public override string? GetConfigUniqueString(IClientConfig clientConfig) => null;
    }
}
