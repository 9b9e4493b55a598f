using AwsSsoCredentials.Ini;

namespace AwsSsoCredentials.Credentials;

/// <summary>One edit of the credentials file, in memory: the same for writing, planning and doing it again.</summary>
internal sealed class CredentialsEdit
{
    private readonly string _path;
    private readonly Func<string, ConfigNamesake> _namesakeOf;

    /// <summary>Begins with what stands in the file.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="document">Its content.</param>
    /// <param name="namesakeOf">What the config file holds under a name.</param>
    public CredentialsEdit(string path, IniDocument document, Func<string, ConfigNamesake> namesakeOf)
    {
        _path = path;
        _namesakeOf = namesakeOf;
        Document = document;
    }

    /// <summary>Gets the content, edited.</summary>
    public IniDocument Document { get; private set; }

    /// <summary>Gets, for each profile to write, why it was refused; null where it was not.</summary>
    public IReadOnlyList<SsoException?> Refusals { get; private set; } = [];

    /// <summary>Gets the lines that had to go because their key stood again further down.</summary>
    public IReadOnlyList<IniLine> Dropped { get; private set; } = [];

    /// <summary>Gets the keys of other roles that were replaced: where they stood, and whose they were.</summary>
    public IReadOnlyList<(CredentialsWrite Write, CredentialsOwner Owner)> Replaced { get; private set; } = [];

    /// <summary>Gets what to say of profiles that held something other than keys of ours.</summary>
    public IReadOnlyList<string> Notes { get; private set; } = [];

    /// <summary>Gets whether there was a profile to remove.</summary>
    public bool HasRemoved { get; private set; }

    /// <summary>Writes profiles.</summary>
    /// <param name="writes">The profiles.</param>
    /// <returns>This.</returns>
    public CredentialsEdit Write(IReadOnlyList<CredentialsWrite> writes)
    {
        Dictionary<string, StoredCredentials> stored = CredentialsSection.ReadMany(
            Document, writes.Select(write => write.TargetProfile).ToHashSet(StringComparer.Ordinal));
        var refusals = new SsoException?[writes.Count];
        Refusals = refusals;
        for (int i = 0; i < writes.Count; i++)
        {
            StoredCredentials? standing = stored.GetValueOrDefault(writes[i].TargetProfile);
            refusals[i] = Refusal(_path, writes[i].TargetProfile, writes[i].Overwrite, standing, writes[i].KeepsOthers ? writes[i].Owner : null);
        }

        Write(writes, stored, refusals, 0, writes.Count);
        Replaced =
        [
            .. writes.Where((_, i) => refusals[i] is null)
                .Select(write => (write, stored.GetValueOrDefault(write.TargetProfile)?.Mark?.Owner!))
                .Where(replaced => replaced.Item2 is not null && !replaced.Item2.IsSame(replaced.write.Owner)),
        ];
        Notes = [.. writes.Where((_, i) => refusals[i] is null).SelectMany(write => NotesOn(stored.GetValueOrDefault(write.TargetProfile)))];
        return this;
    }

    /// <summary>Removes a profile.</summary>
    /// <param name="profile">Its name.</param>
    /// <param name="force">Whether also what is not ours.</param>
    /// <returns>This.</returns>
    /// <exception cref="SsoConfigurationException">Not ours, and no force.</exception>
    public CredentialsEdit Remove(string profile, bool force)
    {
        if (CredentialsSection.Read(Document, profile) is not { } stored || (!force && !stored.HasKeys))
        {
            return this;
        }

        if (!force && !stored.IsOurs)
        {
            throw new SsoConfigurationException(
                $"Profile {profile} in {_path} holds keys that this add-in did not write, and is not removed; set Force = true to remove it all the same");
        }

        var editor = new IniEditor(Document);
        SsoException? refusal = Try(null, () =>
        {
            if (force)
            {
                editor.RemoveSection(profile);
            }
            else
            {
                editor.RemoveKeys(profile, CredentialsSection.Removable(stored));
            }

            Finish(editor);
        });
        HasRemoved = true;
        return refusal is null ? this : throw refusal;
    }

    /// <summary>Says why a profile must not be written, whatever the keys.</summary>
    /// <param name="path">The file, for the message.</param>
    /// <param name="targetProfile">The name of the section.</param>
    /// <param name="overwrite">Whether long-lived keys there may be replaced.</param>
    /// <param name="stored">What stands there; null when nothing does.</param>
    /// <param name="onlyOver">Whose keys may be replaced alone; null for anybody's.</param>
    /// <returns>Null where it may.</returns>
    public static SsoConfigurationException? Refusal(
        string path, string targetProfile, bool overwrite, StoredCredentials? stored, CredentialsOwner? onlyOver = null)
    {
        try
        {
            ProfileNames.Check(targetProfile, path);
        }
        catch (SsoConfigurationException error)
        {
            return error;
        }

        if (!overwrite && stored is { IsLongLived: true })
        {
            return new SsoConfigurationException(
                $"Profile {targetProfile} in {path} holds long-lived keys, which are not replaced; choose another TargetProfile, or set Overwrite = true");
        }

        return onlyOver is not null && stored is { ActsForSomebody: true } && stored.Mark?.Owner.IsSame(onlyOver) != true
            ? new SsoConfigurationException(
                $"Profile [{targetProfile}] in {path} holds {(stored.Mark is { } mark ? $"the keys of {mark.Owner}" : "keys, or settings that lead to keys, that this add-in did not write")}; "
                + $"those of {onlyOver} do not replace them, since the name is made of what the portal says; choose another TargetName, or set ReplaceOtherRoles = true")
            : null;
    }

    private IEnumerable<string> NotesOn(StoredCredentials? stored)
    {
        if (stored?.Remnant is { } remnant)
        {
            yield return $"[{stored.Profile}] of {_path} held {remnant}; it is replaced.";
        }

        // Beside keys of ours it stood at the last write, too.
        if (stored is { HasKeys: true, IsOurs: false, Descriptions: [_, ..] others })
        {
            yield return $"{string.Join(" and ", others)} of other tools stay in [{stored.Profile}] of {_path} and may tell of the keys that were replaced: delete what does.";
        }
    }

    // A part of the writes, in one pass over the document. Where that fails each half is tried by itself, down to the one that is to blame:
    // a few passes, and not one for each profile.
    private void Write(
        IReadOnlyList<CredentialsWrite> writes, Dictionary<string, StoredCredentials> stored, SsoException?[] refusals, int start, int end)
    {
        var editor = new IniEditor(Document);
        for (int i = start; i < end; i++)
        {
            refusals[i] ??= Try(writes[i], () => Set(editor, writes[i], stored.GetValueOrDefault(writes[i].TargetProfile)));
        }

        if (Array.TrueForAll(refusals[start..end], refusal => refusal is not null)
            || Try(end - start == 1 ? writes[start] : null, () => Finish(editor)) is not { } failure)
        {
            return;
        }

        if (end - start == 1)
        {
            refusals[start] = failure;
            return;
        }

        int middle = start + ((end - start) / 2);
        Write(writes, stored, refusals, start, middle);
        Write(writes, stored, refusals, middle, end);
    }

    private void Set(IniEditor editor, CredentialsWrite write, StoredCredentials? stored)
    {
        string? region = CredentialsRegion.ToWrite(stored, _namesakeOf(write.TargetProfile).HasRegion, write.Credentials.Region);
        IEnumerable<string> stale = CredentialsSection.Stale(write.Credentials);
        editor.Set(
            write.TargetProfile,
            CredentialsSection.ToProperties(write.Credentials, region),
            region is null ? stale.Concat(CredentialsRegion.Stale(stored)) : stale);
    }

    private void Finish(IniEditor editor)
    {
        Document = editor.ToDocument();
        Dropped = [.. Dropped, .. editor.Dropped];
    }

    private SsoConfigurationException? Try(CredentialsWrite? write, Action edit)
    {
        try
        {
            edit();
            return null;
        }
        catch (IniEditException error)
        {
            string where = error.Line is { } line ? FormattableString.Invariant($"{_path}, line {line}") : _path;
            string which = write is null || error.Line is null && !IsNameable(write) ? "the profile" : $"profile {write.TargetProfile}";
            return new SsoConfigurationException($"Cannot edit {which} in {where}: {error.Message}");
        }
    }

    private static bool IsNameable(CredentialsWrite write) => IniText.Problem(write.TargetProfile) is null;
}
