using AwsSsoCredentials.Files;
using AwsSsoCredentials.Profiles;

namespace AwsSsoCredentials.Tokens.Cache;

/// <summary>The tokens in <c>~/.aws/sso/cache</c>, which the AWS CLI, the SDKs and this add-in share.</summary>
/// <remarks>
/// The others write in place and without a lock (CLI 2, .NET, JavaScript), so reading is patient with half a file. Our own writes are
/// atomic; whoever reads, refreshes and writes holds the token's lock meanwhile.
/// </remarks>
/// <param name="directory">The full path of the folder.</param>
/// <param name="files">Access to the files.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Where oddities are reported.</param>
internal sealed class TokenCache(string directory, SafeFiles files, TimeProvider time, ISsoLog log)
{
    /// <summary>A refresh under way holds the lock for the length of one call, with its retries.</summary>
    private static readonly TimeSpan LockTimeout = TimeSpan.FromMinutes(2);

    /// <summary>Who only wants to refresh in good time does not wait for a service that hangs.</summary>
    private static readonly TimeSpan ShortLockTimeout = TimeSpan.FromSeconds(15);

    /// <summary>What new tokens may need beyond the old ones: they have some kilobytes.</summary>
    private const int LargestTokens = 32 * 1024;

    /// <summary>The pauses before a file that is no JSON is read again: a writer that truncates first needs a moment.</summary>
    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(150), TimeSpan.FromMilliseconds(200)];

    // Some tools open every entry of the folder, among them aws2-wrap and aws-sso-creds: whatever stands there is a JSON object.
    private readonly SafeFiles _files = files.KeepingClean(directory).ForSecrets();
    private readonly OncePerMessageLog _onceLog = new(log);

    /// <summary>Gets the full path of the folder.</summary>
    public string Directory { get; } = directory;

    /// <summary>The file that holds the token of a session, whether it exists or not.</summary>
    public string PathOf(SsoSession session) => PathOf(session.Key);

    /// <summary>The file that holds the token of a session, by the name of the session or the start URL of a legacy profile.</summary>
    public string PathOf(string sessionKey) => Path.Combine(Directory, CacheFileNames.Token(sessionKey));

    /// <summary>Looks for the token of a session.</summary>
    public async Task<TokenLookup> FindAsync(SsoSession session, CancellationToken cancellationToken)
    {
        var path = PathOf(session);
        for (var attempt = 0; ; attempt++)
        {
            var lookup = Look(path);
            if (lookup is not TokenLookup.Invalid { Defect.IsPassing: true } || attempt == Pauses.Length)
            {
                return lookup;
            }

            await Task.Delay(Pauses[attempt], time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Waits for the lock of a session's token. Refreshing, replacing and clearing the token are done under it.</summary>
    /// <param name="session">The session.</param>
    /// <param name="patiently">Whether to wait for as long as a refresh can take.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="SsoFileException">It was held by another for too long, or cannot be made.</exception>
    public Task<FileLock> LockAsync(SsoSession session, bool patiently, CancellationToken cancellationToken) =>
        LockAsync(PathOf(session), patiently ? LockTimeout : ShortLockTimeout, cancellationToken);

    /// <summary>Waits for the lock of a token file that stands in the folder.</summary>
    public Task<FileLock> LockAsync(string path, CancellationToken cancellationToken) =>
        _files.LockAsync(path, LockTimeout, cancellationToken);

    /// <summary>Waits for the right to ask a person to log in to a session. The token itself stays free meanwhile.</summary>
    /// <param name="session">The session.</param>
    /// <param name="timeout">How long to wait for somebody else's login.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="SsoFileException">It was held by another for too long (then with a <see cref="TimeoutException"/>), or cannot be made.</exception>
    public Task<FileLock> LockLoginAsync(SsoSession session, TimeSpan timeout, CancellationToken cancellationToken) =>
        LockAsync(Path.ChangeExtension(PathOf(session), ".login"), timeout, cancellationToken);

    /// <summary>Takes the space to write a token that is yet to be had. The caller holds its lock.</summary>
    /// <param name="read">The token that it is to replace.</param>
    /// <exception cref="SsoFileException">There is none, or nothing can be written.</exception>
    public ReservedSpace Reserve(TokenLookup.Found read) => _files.Reserve(read.Path, read.File.Content!.Length + LargestTokens);

    /// <summary>Writes the token of a session. The caller holds its lock.</summary>
    public void Save(SsoSession session, SsoToken token, ReservedSpace? space = null)
    {
        _files.EnsurePrivateDirectory(Directory);
        _files.Replace(PathOf(session), SsoTokenJson.Write(token), space);
    }

    /// <summary>Writes a token, unless somebody who knows no lock wrote its file since it was read. The caller holds its lock.</summary>
    /// <returns>False when somebody did.</returns>
    public bool TrySave(SsoSession session, SsoToken token, TokenLookup.Found read, ReservedSpace? space = null) =>
        _files.TryReplace(PathOf(session), SsoTokenJson.Write(token), read.File, space: space);

    /// <summary>Removes a token file. The caller holds its lock.</summary>
    public void Remove(string path) => _files.Delete(path);

    /// <summary>Reads what is needed to revoke and remove a token.</summary>
    /// <returns>Null when the file is gone, or is no token but for example a client registration.</returns>
    public TokenTraces? ReadTraces(string path) =>
        _files.TryRead(path) is { } content ? SsoTokenJson.ReadTraces(content) : null;

    /// <summary>Finds all token files of the folder. Files that are no tokens, are broken or cannot be read are passed over.</summary>
    public IReadOnlyList<KeyValuePair<string, TokenTraces>> FindAll()
    {
        var tokens = new List<KeyValuePair<string, TokenTraces>>();
        foreach (var path in CacheFolder.JsonFiles(Directory))
        {
            try
            {
                if (ReadTraces(path) is { } traces)
                {
                    tokens.Add(new(path, traces));
                }
            }
            catch (SsoFileException error)
            {
                log.Verbose(error.Message);
            }
        }

        return tokens;
    }

    private async Task<FileLock> LockAsync(string path, TimeSpan timeout, CancellationToken cancellationToken)
    {
        try
        {
            _files.EnsurePrivateDirectory(Directory);
            return await _files.LockAsync(path, timeout, cancellationToken).ConfigureAwait(false);
        }
        catch (SsoFileException error) when (FileErrors.IsDenied(error.InnerException))
        {
            throw new SsoFileException($"{error.Message}; or log in where {Directory} can be written, and bring the token file along", error.InnerException);
        }
    }

    private TokenLookup Look(string path)
    {
        FileSnapshot file;
        DateTimeOffset writtenAt;
        try
        {
            CacheFolder.RefuseFile(Directory);

            // The time first: a file that is replaced in between then looks older than it is, which at worst costs a second look.
            writtenAt = File.GetLastWriteTimeUtc(path);
            file = _files.ReadSnapshot(path);
        }
        catch (SsoFileException error)
        {
            return new TokenLookup.Unreadable(path, error);
        }

        if (file.Content is null)
        {
            return new TokenLookup.Missing(path);
        }

        if (SsoTokenJson.TryRead(file.Content, out SsoToken? token) is { } defect)
        {
            return new TokenLookup.Invalid(path, defect);
        }

        if (token!.IsZoneAssumed)
        {
            _onceLog.Warning($"The expiresAt of {path} names no time zone and is taken for UTC.");
        }

        return new TokenLookup.Found(path, token, writtenAt, file);
    }
}
