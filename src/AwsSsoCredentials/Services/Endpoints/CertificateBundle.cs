using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AwsSsoCredentials.Services.Endpoints;

/// <summary>The certificate authorities of a PEM file (<c>AWS_CA_BUNDLE</c>, <c>ca_bundle</c>).</summary>
internal static class CertificateBundle
{
    /// <summary>Makes a policy that trusts the authorities of the file and no other.</summary>
    /// <exception cref="SsoConfigurationException">The file cannot be read or holds no certificate.</exception>
    public static X509ChainPolicy Load(string path)
    {
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPemFile(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw Unusable(path, "cannot be read as PEM", cause);
        }

        if (certificates.Count == 0)
        {
            throw Unusable(path, "holds no certificate", null);
        }

        // Private authorities seldom publish revocation lists that a build machine can reach; the other AWS clients do not ask for them either.
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(certificates);
        return policy;
    }

    private static SsoConfigurationException Unusable(string path, string what, Exception? cause) => new(
        $"The certificate bundle '{path}' {what}. Let AWS_CA_BUNDLE (or ca_bundle in the config file) name a PEM file with the certificates of "
        + "your authorities, or unset it.",
        cause);
}
