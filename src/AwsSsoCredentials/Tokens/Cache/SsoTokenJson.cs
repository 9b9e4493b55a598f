using System.Text;

namespace AwsSsoCredentials.Tokens.Cache;

/// <summary>Reads a token file tolerantly and writes it strictly.</summary>
/// <remarks>Members and order are those of the AWS CLI 2 (<c>botocore/utils.py</c>, <c>SSOTokenFetcher</c>).</remarks>
internal static class SsoTokenJson
{
    private const string StartUrl = "startUrl";
    private const string Region = "region";
    private const string AccessToken = "accessToken";
    private const string ExpiresAt = "expiresAt";
    private const string ClientId = "clientId";
    private const string ClientSecret = "clientSecret";
    private const string RegistrationExpiresAt = "registrationExpiresAt";
    private const string RefreshToken = "refreshToken";

    private static readonly string[] Names =
        [StartUrl, Region, AccessToken, ExpiresAt, ClientId, ClientSecret, RegistrationExpiresAt, RefreshToken];

    /// <summary>Reads the bytes of a file that ought to be a token.</summary>
    /// <param name="utf8">The bytes.</param>
    /// <param name="token">The token; null when there is a defect.</param>
    /// <returns>Null when there is no defect.</returns>
    public static CacheDefect? TryRead(ReadOnlyMemory<byte> utf8, out SsoToken? token)
    {
        token = null;
        if (CacheJson.TryRead(utf8, Names, out var json) is { } defect)
        {
            return defect;
        }

        if (json!.Text(AccessToken) is not { } accessToken)
        {
            return new CacheDefect("it holds no accessToken");
        }

        // Each of them is sent to a service.
        if (json.FindUnusable(AccessToken, RefreshToken, ClientId, ClientSecret) is { } unusable)
        {
            return unusable;
        }

        if (!json.Has(ExpiresAt))
        {
            return new CacheDefect("it holds no expiresAt");
        }

        if (json.Text(ExpiresAt) is not { } expiry || !CacheTime.TryParse(expiry, out var expiresAt, out var zoneMissing))
        {
            return new CacheDefect("its expiresAt is not a point in time");
        }

        token = new SsoToken
        {
            StartUrl = json.Text(StartUrl),
            Region = json.Text(Region),
            AccessToken = accessToken,
            ExpiresAt = expiresAt,
            IsZoneAssumed = zoneMissing,
            ClientId = json.Text(ClientId),
            ClientSecret = json.Text(ClientSecret),
            // One that cannot be read is as good as none: the token is then not refreshable, but usable all the same.
            RegistrationExpiresAt =
                json.Text(RegistrationExpiresAt) is { } end && CacheTime.TryParse(end, out var parsed, out _) ? parsed : null,
            RefreshToken = json.Text(RefreshToken),
            OtherMembers = json.Others,
        };
        return null;
    }

    /// <summary>Reads what is needed to revoke and remove a token, also when it is unfit for use.</summary>
    /// <returns>Null when the file is no token: another kind of file, or no JSON.</returns>
    public static TokenTraces? ReadTraces(ReadOnlyMemory<byte> utf8)
    {
        // As `aws sso logout` does: what has an accessToken is a token, everything else stays.
        if (CacheJson.TryRead(utf8, Names, out var json) is not null || !json!.Has(AccessToken))
        {
            return null;
        }

        return new TokenTraces(json.FindUnusable(AccessToken) is null ? json.Text(AccessToken) : null, json.Text(StartUrl), json.Text(Region));
    }

    /// <summary>Writes a token as the AWS CLI does: one line, Python's separators, absent members left out.</summary>
    public static byte[] Write(SsoToken token)
    {
        var json = new StringBuilder("{");
        var first = true;
        Append(StartUrl, token.StartUrl);
        Append(Region, token.Region);
        Append(AccessToken, token.AccessToken);
        Append(ExpiresAt, CacheTime.Format(token.ExpiresAt));
        Append(ClientId, token.ClientId);
        Append(ClientSecret, token.ClientSecret);
        Append(RegistrationExpiresAt, token.RegistrationExpiresAt is { } end ? CacheTime.Format(end) : null);
        Append(RefreshToken, token.RefreshToken);
        foreach (var (name, value) in token.OtherMembers)
        {
            PythonJson.Separate(json, ref first);
            PythonJson.AppendQuoted(json, name);
            json.Append(": ");
            PythonJson.Append(json, value);
        }

        return Encoding.UTF8.GetBytes(json.Append('}').ToString());

        void Append(string name, string? value)
        {
            if (value is not null)
            {
                PythonJson.Separate(json, ref first);
                json.Append('"').Append(name).Append("\": ");
                PythonJson.AppendQuoted(json, value);
            }
        }
    }
}
