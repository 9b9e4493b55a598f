using System.Text;
using AwsSsoCredentials.Files;
using AwsSsoCredentials.Profiles;

namespace AwsSsoCredentials.Tokens.Cache;

/// <summary>The client registrations in <c>~/.aws/sso/cache</c>, in the AWS CLI's format, so that both use the same ones.</summary>
/// <param name="directory">The full path of the folder.</param>
/// <param name="files">Access to the files.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Where oddities are reported.</param>
internal sealed class RegistrationCache(string directory, SafeFiles files, TimeProvider time, ISsoLog log)
{
    private const string ClientId = "clientId";
    private const string ClientSecret = "clientSecret";
    private const string ExpiresAt = "expiresAt";
    private const string Scopes = "scopes";
    private const string GrantTypes = "grantTypes";

    /// <summary>The AWS CLI reuses a registration only while more than this is left.</summary>
    private static readonly TimeSpan MinimumLifetime = TimeSpan.FromMinutes(15);

    /// <summary>Nobody holds this lock for longer than one small write.</summary>
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(30);

    private static readonly string[] Names = [ClientId, ClientSecret, ExpiresAt, Scopes, GrantTypes];

    private readonly SafeFiles _files = files.KeepingClean(directory).ForSecrets();

    /// <summary>The grants of a registration for the authorization code. One for the device code names none.</summary>
    public static IReadOnlyList<string> AuthorizationCodeGrants { get; } = ["authorization_code", "refresh_token"];

    /// <summary>The file of a session's registration, whether it exists or not.</summary>
    public string PathOf(SsoSession session) =>
        Path.Combine(directory, CacheFileNames.Registration(session.StartUrl, session.Region, session.RegistrationScopes, session.Name));

    /// <summary>Finds a registration that can be used for a login.</summary>
    /// <returns>Null when there is none, it ends too soon, or it was made for the other sign-in method.</returns>
    public ClientRegistration? Find(SsoSession session, SsoLoginFlow method)
    {
        var path = PathOf(session);
        byte[]? content;
        try
        {
            content = _files.TryRead(path);
        }
        catch (SsoFileException error)
        {
            // Only a shortcut is lost.
            log.Verbose(error.Message);
            return null;
        }

        if (content is null
            || CacheJson.TryRead(content, Names, out var json) is not null
            || json!.FindUnusable(ClientId, ClientSecret) is not null
            || json.Text(ClientId) is not { } clientId
            || json.Text(ClientSecret) is not { } clientSecret
            || json.Text(ExpiresAt) is not { } end
            || !CacheTime.TryParse(end, out var expiresAt, out _))
        {
            return null;
        }

        var made = json.Texts(GrantTypes).Contains(AuthorizationCodeGrants[0], StringComparer.Ordinal)
            ? SsoLoginFlow.Browser
            : SsoLoginFlow.DeviceCode;
        return made == method && expiresAt - time.GetUtcNow() > MinimumLifetime
            ? new ClientRegistration(clientId, clientSecret, expiresAt, made)
            : null;
    }

    /// <summary>Keeps a registration for the next login.</summary>
    public async Task SaveAsync(SsoSession session, ClientRegistration registration, CancellationToken cancellationToken)
    {
        _files.EnsurePrivateDirectory(directory);
        var path = PathOf(session);
        using var fileLock = await _files.LockAsync(path, LockTimeout, cancellationToken).ConfigureAwait(false);
        _files.Replace(path, Write(session, registration));
    }

    private static byte[] Write(SsoSession session, ClientRegistration registration)
    {
        var json = new StringBuilder("{\"clientId\": ");
        PythonJson.AppendQuoted(json, registration.ClientId);
        json.Append(", \"clientSecret\": ");
        PythonJson.AppendQuoted(json, registration.ClientSecret);
        json.Append(", \"expiresAt\": \"").Append(CacheTime.Format(registration.ExpiresAt)).Append('"');
        if (session.RegistrationScopes.Count > 0)
        {
            AppendList(json, Scopes, session.RegistrationScopes);
        }

        if (registration.Method == SsoLoginFlow.Browser)
        {
            AppendList(json, GrantTypes, AuthorizationCodeGrants);
        }

        return Encoding.UTF8.GetBytes(json.Append('}').ToString());
    }

    private static void AppendList(StringBuilder json, string name, IReadOnlyList<string> values) =>
        json.Append(", \"").Append(name).Append("\": [").AppendJoin(", ", values.Select(PythonJson.Quote)).Append(']');
}
