using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace IdentityCenterEmulator.Tls;

/// <summary>
/// Signs the emulator's certificates. Its key is made at start and never leaves the process, so that whoever trusts it trusts one emulator, for
/// as long as that runs.
/// </summary>
internal sealed class CertificateAuthority : IDisposable
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    // Some clients refuse more than 398 days.
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);
    private static readonly TimeSpan Skew = TimeSpan.FromDays(1);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _certificate;

    // Clients judge it by the real clock, whatever the emulator's says.
    private readonly DateTimeOffset _madeAt = TimeProvider.System.GetUtcNow();
    private readonly ConcurrentDictionary<string, Lazy<X509Certificate2>> _issued = new(StringComparer.OrdinalIgnoreCase);

    public CertificateAuthority()
    {
        var request = new CertificateRequest("CN=IdentityCenterEmulator (good for this process alone)", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        _certificate = request.CreateSelfSigned(_madeAt - Skew, _madeAt + Lifetime);
    }

    /// <summary>What clients have to trust.</summary>
    public string Pem => _certificate.ExportCertificatePem();

    /// <summary>The certificate for a host name that the emulator serves; null for any other.</summary>
    /// <param name="host">The name that the client asked for; null or empty where it asked for an address, which TLS does not tell.</param>
    public X509Certificate2? For(string? host) =>
        host is null or "" or "localhost" ? Issue("localhost")
        : ServedHosts.Contains(host) ? Issue(host)
        : null;

    public void Dispose()
    {
        foreach (var certificate in _issued.Values)
        {
            certificate.Value.Dispose();
        }

        _certificate.Dispose();
        _key.Dispose();
    }

    private X509Certificate2 Issue(string host) => _issued.GetOrAdd(host, name => new Lazy<X509Certificate2>(() => Make(name))).Value;

    private X509Certificate2 Make(string host)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        if (host == "localhost")
        {
            names.AddIpAddress(IPAddress.Loopback);
            names.AddIpAddress(IPAddress.IPv6Loopback);
        }

        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication)], false));
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_certificate, true, false));
        using var certificate = request.Create(_certificate, _madeAt - Skew, _madeAt + Lifetime, RandomNumberGenerator.GetBytes(16));
        using var withKey = certificate.CopyWithPrivateKey(key);

        // Windows serves no certificate whose key lives in memory alone.
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null);
    }
}
