using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace AwsSsoCredentials.Login;

/// <summary>The proof that the authorization code is redeemed by whoever asked for it (RFC 7636).</summary>
/// <param name="Verifier">The secret that is shown when the code is redeemed. A secret.</param>
internal sealed record Pkce(string Verifier)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private const int Length = 64;

    /// <summary>Gets the hash of the verifier that the authorization request shows (method S256).</summary>
    public string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    /// <summary>Makes a new one.</summary>
    public static Pkce Create() => new(RandomNumberGenerator.GetString(Alphabet, Length));

    /// <summary>Describes it without its secret.</summary>
    public override string ToString() => "PKCE pair";
}
