using System.Security.Cryptography;

namespace IdentityCenterEmulator.State;

/// <summary>Ids and secrets that look like the real ones, so that clients meet every character they must cope with.</summary>
internal static class RandomText
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    // No vowels and no look-alikes: easy to type, and no words.
    private const string UserCodeLetters = "BCDFGHJKLMNPQRSTVWXZ";

    public static string AccessKeyId() => "ASIA" + RandomNumberGenerator.GetString(Base32, 16);

    // 30 bytes are 40 characters of base64, with '+' and '/'.
    public static string SecretAccessKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(30));

    // 400 bytes leave one over after division by three, hence "==" at the end.
    public static string SessionToken() => "IQoJb3JpZ2luX2Vj" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(400));

    public static string AccessToken() => "aoaAAAAA" + Opaque(96);

    public static string RefreshToken() => "aorAAAAA" + Opaque(192);

    public static string ClientId() => UrlSafe(18);

    public static string ClientSecret() => "eyJ" + UrlSafe(120) + "." + UrlSafe(48);

    public static string Code() => UrlSafe(48);

    public static string UserCode() => RandomNumberGenerator.GetString(UserCodeLetters, 4) + "-" + RandomNumberGenerator.GetString(UserCodeLetters, 4);

    private static string Opaque(int bytes) => Convert.ToBase64String(RandomNumberGenerator.GetBytes(bytes));

    private static string UrlSafe(int bytes) => System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(bytes));
}
