using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Amazon.Runtime;

namespace IdentityCenterEmulator.Tests.Tls;

/// <summary>Clients that trust one certificate authority and no other, with or without a proxy.</summary>
internal sealed class TrustingFactory(string certificateFile, Uri? proxy) : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => Create();

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public HttpClient Create()
    {
        var chain = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        chain.CustomTrustStore.ImportFromPemFile(certificateFile);
        var handler = new SocketsHttpHandler
        {
            UseProxy = proxy is not null,
            Proxy = proxy is null ? null : new WebProxy(proxy),
            SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = chain },
        };
        return new HttpClient(handler);
    }
}
