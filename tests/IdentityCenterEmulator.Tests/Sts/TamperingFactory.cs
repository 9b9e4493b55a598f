using Amazon.Runtime;

namespace IdentityCenterEmulator.Tests.Sts;

/// <summary>Lets a test change a request of the real client after it was signed.</summary>
internal sealed class TamperingFactory(Func<HttpRequestMessage, Task> tamper) : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Handler(tamper));

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    private sealed class Handler(Func<HttpRequestMessage, Task> tamper) : DelegatingHandler(new HttpClientHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await tamper(request);
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
