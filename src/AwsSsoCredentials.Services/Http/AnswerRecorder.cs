namespace AwsSsoCredentials.Services.Http;

/// <summary>
/// Notes of each answer what the SDK's exceptions do not tell (Retry-After, the OAuth error, what broke the connection) and takes its body in whole: the SDK reads
/// bodies synchronously, where neither a time limit nor a cancellation would reach.
/// </summary>
internal sealed class AnswerRecorder(HttpMessageHandler inner, AsyncLocal<RecordedAnswer?> current, TimeProvider timeProvider)
    : DelegatingHandler(inner)
{
    // A page of 100 accounts has some 20 KB.
    private const long MaxBodyBytes = 4 * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            await response.Content.LoadIntoBufferAsync(MaxBodyBytes, cancellationToken).ConfigureAwait(false);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            current.Value?.Record(response, body, timeProvider);
            return response;
        }
        catch (Exception cause) when (cause is HttpRequestException or IOException)
        {
            response?.Dispose();
            current.Value?.RecordBreak(cause);
            throw;
        }
        catch
        {
            response?.Dispose();
            throw;
        }
    }
}
