using AwsSsoCredentials.Portal;
using AwsSsoCredentials.Profiles;

namespace AwsSsoCredentials.Flows.Sync;

/// <summary>One profile or role of a batch, on its way from a name to keys in the credentials file.</summary>
/// <param name="name">What it is called in results.</param>
internal sealed class SyncItem(string name)
{
    /// <summary>Gets what it is called in results.</summary>
    public string Name { get; } = name;

    /// <summary>Gets or sets what credentials are generated from; null when that could not be told.</summary>
    public SsoProfile? Profile { get; set; }

    /// <summary>Gets or sets the display name of the account; null when nobody told it.</summary>
    public string? AccountName { get; set; }

    /// <summary>Gets or sets the credentials profile; null when it could not be told.</summary>
    public string? Target { get; set; }

    /// <summary>Gets whether the portal named it, and not the build: found by a filter, or with a name of its account, which only the portal tells.</summary>
    public bool IsFound { get; init; }

    /// <summary>Gets or sets whether the name of the credentials profile is made of what the portal says.</summary>
    public bool IsNamedByPortal { get; set; }

    /// <summary>Gets or sets the portal that is asked for its keys; null while none is needed.</summary>
    public PortalSession? Portal { get; set; }

    /// <summary>Gets or sets the keys.</summary>
    public SsoCredentials? Credentials { get; set; }

    /// <summary>Gets or sets why it failed.</summary>
    public SsoException? Error { get; set; }

    /// <summary>Gets or sets whether the keys stood in the credentials file already.</summary>
    public bool IsReused { get; set; }

    /// <summary>Gets what became of it.</summary>
    public CredentialsProfileSyncStatus Status =>
        Error is not null ? CredentialsProfileSyncStatus.Failed
        : Credentials is null ? CredentialsProfileSyncStatus.NotRun
        : IsReused ? CredentialsProfileSyncStatus.StillValid
        : CredentialsProfileSyncStatus.Written;

    /// <summary>Says what became of it.</summary>
    public CredentialsProfileSyncResult ToResult() => new(
        Name, Target, Profile?.AccountId, Profile?.RoleName, Status, Error is null ? Credentials : null, Error);

    /// <summary>Shows no secret.</summary>
    public override string ToString() => $"{Name}: {Status}";
}
