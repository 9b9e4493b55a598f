using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace IdentityCenterEmulator;

/// <summary>A session as a client would hold it after a sign-in: the token and the client registration that refreshes it.</summary>
/// <param name="StartUrl">The start URL it was issued for.</param>
/// <param name="AccessToken">The bearer token of the portal.</param>
/// <param name="ExpiresAt">When the access token expires.</param>
/// <param name="RefreshToken">The refresh token; null where the session is not refreshable.</param>
/// <param name="ClientId">The client that may refresh it.</param>
/// <param name="ClientSecret">That client's secret.</param>
/// <param name="RegistrationExpiresAt">When the client registration expires.</param>
public sealed record EmulatorToken(
    string StartUrl,
    string AccessToken,
    DateTimeOffset ExpiresAt,
    string? RefreshToken,
    string ClientId,
    string ClientSecret,
    DateTimeOffset RegistrationExpiresAt)
{
    /// <summary>The token file's content, in the AWS CLI's members, order and time form.</summary>
    /// <param name="region">The region the file names.</param>
    public string ToCacheJson(string region = "us-east-1")
    {
        var file = new JsonObject
        {
            ["startUrl"] = StartUrl,
            ["region"] = region,
            ["accessToken"] = AccessToken,
            ["expiresAt"] = Format(ExpiresAt),
            ["clientId"] = ClientId,
            ["clientSecret"] = ClientSecret,
            ["registrationExpiresAt"] = Format(RegistrationExpiresAt),
        };
        if (RefreshToken is not null)
        {
            file["refreshToken"] = RefreshToken;
        }

        return file.ToJsonString();
    }

    /// <summary>Writes the token file where the AWS CLI would look for it and returns its path.</summary>
    /// <param name="cacheFolder">The folder that stands for <c>~/.aws/sso/cache</c>; made when missing.</param>
    /// <param name="sessionName">The name of the SSO session; null for the legacy form, whose file is named after the start URL.</param>
    /// <param name="region">The region the file names.</param>
    public string WriteCacheFile(string cacheFolder, string? sessionName = null, string region = "us-east-1")
    {
        Directory.CreateDirectory(cacheFolder);
        var name = Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(sessionName ?? StartUrl)));
        var path = Path.Combine(cacheFolder, name + ".json");
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

#pragma warning disable RS0030 // Shares no code with what it is to test; nobody else writes this file.
        using var writer = new StreamWriter(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), options);
#pragma warning restore RS0030
        writer.Write(ToCacheJson(region));
        return path;
    }

    /// <summary>Names the start URL and the expiry; never a secret.</summary>
    public override string ToString() => $"EmulatorToken {{ StartUrl = {StartUrl}, ExpiresAt = {Format(ExpiresAt)}, Refreshable = {RefreshToken is not null} }}";

    private static string Format(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
