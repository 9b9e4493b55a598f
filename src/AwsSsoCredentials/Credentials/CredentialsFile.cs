using AwsSsoCredentials.Files;
using AwsSsoCredentials.Ini;

namespace AwsSsoCredentials.Credentials;

/// <summary>
/// The credentials file: reads profiles, and changes single ones so that nothing else in it changes and no writer at the same time loses
/// anything.
/// </summary>
internal sealed class CredentialsFile
{
    private const int NamedRivals = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(50);

    private readonly SafeFiles _files;
    private readonly TimeProvider _time;
    private readonly ISsoLog _log;

    /// <summary>Takes a path; the file need not exist.</summary>
    /// <param name="path">The full path of the credentials file.</param>
    /// <param name="files">How it is written.</param>
    /// <param name="time">The clock of pauses and timeouts.</param>
    /// <param name="log">Where oddities are reported.</param>
    public CredentialsFile(string path, SafeFiles files, TimeProvider time, ISsoLog log)
    {
        Path = path;
        _files = files;
        _time = time;
        _log = log;
    }

    /// <summary>Gets the full path.</summary>
    public string Path { get; }

    /// <summary>Gets or sets the paths of config files, which are never written, whatever variables name them.</summary>
    public IReadOnlyList<string> ConfigPaths { get; init; } = [];

    /// <summary>Gets or sets what stands in the config file under a name: of the region, and for a comment on writing under that name.</summary>
    public Func<string, ConfigNamesake> NamesakeOf { get; init; } = _ => ConfigNamesake.None;

    /// <summary>Gets or sets what beats keys under a name, each in one line (<see cref="RivalSettings"/>).</summary>
    public Func<string, IReadOnlyList<string>> FindRivals { get; init; } = _ => [];

    /// <summary>Gets or sets how long to wait for other writers.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Reads a profile.</summary>
    /// <param name="profile">Its name.</param>
    /// <returns>Null when there is no such section, or no file.</returns>
    /// <exception cref="SsoFileException">The file cannot be read.</exception>
    public StoredCredentials? Read(string profile) =>
        _files.TryReadAny(Path) is { } content ? CredentialsSection.Read(Parse(content), profile) : null;

    /// <summary>Reads many profiles.</summary>
    /// <param name="profiles">Their names.</param>
    /// <returns>Those that are there, by name.</returns>
    /// <exception cref="SsoFileException">The file cannot be read.</exception>
    public IReadOnlyDictionary<string, StoredCredentials> ReadMany(IEnumerable<string> profiles) =>
        CredentialsSection.ReadMany(Parse(_files.TryReadAny(Path) ?? []), profiles.ToHashSet(StringComparer.Ordinal));

    /// <summary>Says why a profile must not be written, whatever the keys.</summary>
    /// <param name="targetProfile">The name of the section.</param>
    /// <param name="stored">What stands there; null when nothing does.</param>
    /// <param name="onlyOver">Whose keys may be replaced alone; null for anybody's.</param>
    /// <returns>Null where it may.</returns>
    public SsoConfigurationException? Refusal(string targetProfile, StoredCredentials? stored, CredentialsOwner? onlyOver = null) =>
        CredentialsEdit.Refusal(Path, targetProfile, overwrite: false, stored, onlyOver);

    /// <summary>Writes one profile.</summary>
    /// <param name="credentials">The keys.</param>
    /// <param name="targetProfile">The name of the section.</param>
    /// <param name="overwrite">Whether long-lived keys there may be replaced.</param>
    /// <param name="cancellationToken">Ends the waiting for other writers.</param>
    /// <exception cref="SsoConfigurationException">The name or a value cannot be written, or long-lived keys stand there.</exception>
    /// <exception cref="SsoFileException">The file cannot be written; its old content still stands there.</exception>
    public void Write(SsoCredentials credentials, string targetProfile, bool overwrite = false, CancellationToken cancellationToken = default)
    {
        if (WriteMany([new CredentialsWrite(credentials, targetProfile, overwrite)], cancellationToken)[0] is { } refusal)
        {
            throw refusal;
        }
    }

    /// <summary>Writes many profiles in one go. One that is refused does not stop the others.</summary>
    /// <param name="writes">The profiles.</param>
    /// <param name="cancellationToken">Ends the waiting for other writers.</param>
    /// <returns>For each, in order, why it was refused; null where it was written.</returns>
    /// <exception cref="SsoFileException">The file cannot be written; its old content still stands there.</exception>
    public IReadOnlyList<SsoException?> WriteMany(IReadOnlyList<CredentialsWrite> writes, CancellationToken cancellationToken = default)
    {
        CredentialsEdit edit = Change(document => new CredentialsEdit(Path, document, NamesakeOf).Write(writes), cancellationToken);
        foreach (IniLine line in edit.Dropped)
        {
            _log.Warning(FormattableString.Invariant($"{Path}: removed line {line.Number}, {line.Name} stood a second time in its profile, which no AWS tool agrees on"));
        }

        CommentOnReplaced(edit.Replaced);
        if (edit.Refusals.Any(refusal => refusal is null) && _files.FindExposure(Path) is { } exposure)
        {
            _log.Warning(
                $"{Path} {exposure.Reason}, while keys were written there; "
                + (exposure.Remedy is { } remedy ? $"mend it with: {remedy}" : "make it yours alone (mode 600)"));
        }

        foreach (string note in edit.Notes)
        {
            _log.Information(note);
        }

        WarnOfRivals([.. writes.Where((_, i) => edit.Refusals[i] is null).SelectMany(write => FindRivals(write.TargetProfile))]);
        CommentOnNamesakes([.. writes.Where((_, i) => edit.Refusals[i] is null)]);
        return edit.Refusals;
    }

    /// <summary>Says what <see cref="Write"/> would change, without secrets; writes nothing.</summary>
    /// <param name="credentials">The keys.</param>
    /// <param name="targetProfile">The name of the section.</param>
    /// <param name="overwrite">Whether long-lived keys there may be replaced.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="SsoConfigurationException">As <see cref="Write"/>.</exception>
    /// <exception cref="SsoFileException">The file cannot be read.</exception>
    public CredentialsProfilePlan Plan(SsoCredentials credentials, string targetProfile, bool overwrite = false)
    {
        RefuseConfigFile();
        IniDocument before = Parse(_files.TryRead(Path) ?? []);
        CredentialsEdit edit = new CredentialsEdit(Path, before, NamesakeOf).Write([new CredentialsWrite(credentials, targetProfile, overwrite)]);
        return edit.Refusals[0] is { } refusal
            ? throw refusal
            : CredentialsPlanner.Compare(Path, targetProfile, before, edit.Document, FindRivals(targetProfile));
    }

    /// <summary>Removes a profile: what we wrote of it, or with force all of it.</summary>
    /// <param name="profile">The name of the section.</param>
    /// <param name="force">Whether keys that are not ours are removed, too.</param>
    /// <param name="cancellationToken">Ends the waiting for other writers.</param>
    /// <returns>False when there is no such profile.</returns>
    /// <exception cref="SsoConfigurationException">Not ours, and no force.</exception>
    /// <exception cref="SsoFileException">The file cannot be written; its old content still stands there.</exception>
    public bool Remove(string profile, bool force = false, CancellationToken cancellationToken = default)
    {
        // Without a file no lock file, and no folder, need be made.
        if (_files.TryRead(Path) is null)
        {
            return false;
        }

        return Change(document => new CredentialsEdit(Path, document, NamesakeOf).Remove(profile, force), cancellationToken).HasRemoved;
    }

    private void CommentOnReplaced(IReadOnlyList<(CredentialsWrite Write, CredentialsOwner Owner)> replaced)
    {
        if (replaced.Count > 0)
        {
            string more = replaced.Count == 1 ? "" : FormattableString.Invariant($"; {replaced.Count - 1} more profiles held keys of others, too");
            _log.Information(
                $"Profile [{replaced[0].Write.TargetProfile}] in {Path} held the keys of {replaced[0].Owner}, which those of {replaced[0].Write.Owner} replaced{more}");
        }
    }

    private void WarnOfRivals(List<string> rivals)
    {
        rivals.Take(NamedRivals).ToList().ForEach(_log.Warning);
        if (rivals.Count > NamedRivals)
        {
            _log.Warning(FormattableString.Invariant($"The same holds for {rivals.Count - NamedRivals} other profiles that were written; PlanCredentialsProfile names it for each."));
        }
    }

    // Under one name there are then two identities, and each client has its own opinion which one it is.
    private void CommentOnNamesakes(List<CredentialsWrite> writes)
    {
        const string Them = "the AWS CLI, boto3, .NET, Java and Ruby use";
        List<CredentialsWrite> same = [.. writes.Where(write => NamesakeOf(write.TargetProfile).SsoProfile is not null)];
        List<CredentialsWrite> other = [.. same.Where(write => NamesakeOf(write.TargetProfile).Contradicts(write.Credentials))];
        same.RemoveAll(other.Contains);
        if (other is [var wrong])
        {
            SsoProfileSummary profile = NamesakeOf(wrong.TargetProfile).SsoProfile!;
            _log.Warning(
                $"{wrong.TargetProfile} is also an SSO profile of account {profile.AccountId}, role {profile.RoleName}: {Them} that one, JavaScript, Go and Terraform the keys of account {wrong.Credentials.AccountId}, role {wrong.Credentials.RoleName} in {Path}; set TargetProfile to another name, such as {wrong.Credentials.Profile}-keys");
        }
        else if (other.Count > 1)
        {
            _log.Warning(
                $"{Some(other)} SSO profiles of another account or role than the keys, too: {Them} these, JavaScript, Go and Terraform the keys in {Path}; set TargetName to a pattern, such as {{profile}}-keys");
        }

        if (same is [var one])
        {
            _log.Information(
                $"{one.TargetProfile} is an SSO profile, too: {Them} its SSO settings and ignore the keys in {Path}; set TargetProfile to another name, such as {one.TargetProfile}-keys, for these");
        }
        else if (same.Count > 1)
        {
            _log.Information(
                $"{Some(same)} SSO profiles, too: {Them} their SSO settings and ignore the keys in {Path}; set TargetName to a pattern, such as {{profile}}-keys, for these");
        }

        static string Some(List<CredentialsWrite> some) => FormattableString.Invariant(
            $"{some.Count} of them are ({some[0].TargetProfile}, {some[1].TargetProfile}{(some.Count > 2 ? " …" : "")})");
    }

    private CredentialsEdit Change(Func<IniDocument, CredentialsEdit> change, CancellationToken cancellationToken)
    {
        RefuseConfigFile();
        FileLock taken = Lock(cancellationToken);
        try
        {
            long start = _time.GetTimestamp();
            do
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!_files.IsHeld(taken))
                {
                    taken.Dispose();
                    taken = Lock(cancellationToken);
                }

                FileSnapshot before = ReadSettled(cancellationToken);
                CredentialsEdit edit = change(Parse(before.Content ?? []));
                byte[] content = edit.Document.Render();
                if (content.AsSpan().SequenceEqual(before.Content ?? []) || _files.TryReplace(Path, content, before, taken))
                {
                    return edit;
                }
            }
            while (_time.GetElapsedTime(start) < Patience);
        }
        finally
        {
            taken.Dispose();
        }

        throw new SsoFileException(
            $"Cannot write {Path}: a program that does not use its lock {taken.LockPath} rewrites it again and again; end that program or try again");
    }

    private FileLock Lock(CancellationToken cancellationToken)
    {
        try
        {
            return _files.Lock(Path, LockTimeout, cancellationToken);
        }
        catch (SsoFileException error) when (FileErrors.IsDenied(error.InnerException))
        {
            throw new SsoFileException(
                $"{error.Message}; or let AWS_SHARED_CREDENTIALS_FILE name a file that can be written, for this build and for what uses the keys", error.InnerException);
        }
    }

    private void RefuseConfigFile()
    {
        if (ConfigPaths.FirstOrDefault(config => _files.IsSameFile(Path, config)) is { } config)
        {
            throw new SsoConfigurationException(
                $"Cannot write credentials to {Path}: it is the config file {config}, which is never written; let AWS_SHARED_CREDENTIALS_FILE and AWS_CONFIG_FILE name two files");
        }
    }

    // Others truncate and write in place. A file that is empty or ends in the middle of a line may be half of one.
    private FileSnapshot ReadSettled(CancellationToken cancellationToken)
    {
        FileSnapshot snapshot = _files.ReadSnapshot(Path);
        while (snapshot.Content is [] or [.., not ((byte)'\n' or (byte)'\r')])
        {
            Task.Delay(Settling, _time, cancellationToken).GetAwaiter().GetResult();
            FileSnapshot again = _files.ReadSnapshot(Path);
            if (again.Status == snapshot.Status && again.Content.AsSpan().SequenceEqual(snapshot.Content))
            {
                break;
            }

            snapshot = again;
        }

        return snapshot;
    }

    private IniDocument Parse(byte[] content) => content is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]
        ? throw new SsoFileException($"Cannot use {Path}: it is UTF-16, which no AWS tool reads; save it as UTF-8 without byte order mark")
        : IniDocument.Parse(content);
}
