namespace AwsSsoCredentials;

/// <summary>What <c>SyncCredentialsProfiles</c> writes, and how fast it asks for it.</summary>
public sealed class SyncCredentialsProfilesSettings
{
    internal const int DefaultConcurrency = 8;
    internal const double DefaultRequestsPerSecond = 19;

    /// <summary>
    /// Gets or sets the SSO profiles, by name or pattern (<c>*</c> for any characters, <c>?</c> for one; <c>"*"</c> is all). A pattern passes
    /// over profiles that name an SSO session but neither account nor role.
    /// </summary>
    /// <value>The default is empty; at least one of this, <see cref="Roles"/> and <see cref="RoleFilter"/> is needed.</value>
    public IList<string> Profiles { get; set; } = [];

    /// <summary>Gets or sets roles to write credentials of that need no profile in the config file.</summary>
    /// <value>The default is empty.</value>
    public IList<SsoRole> Roles { get; set; } = [];

    /// <summary>Gets or sets which of the roles that the signed-in person holds to write credentials of, as the portal lists them.</summary>
    /// <value>The default is null: none.</value>
    public SsoRoleFilter? RoleFilter { get; set; }

    /// <summary>
    /// Gets or sets the credentials profile each is written to, made of <c>{profile}</c>, <c>{account}</c>, <c>{role}</c>, <c>{session}</c>
    /// and, for roles found by <see cref="RoleFilter"/>, <c>{accountName}</c>: for example <c>{profile}-keys</c>. Of account names and roles,
    /// characters that not every AWS tool accepts in a profile's name become <c>-</c>.
    /// </summary>
    /// <value>The default is null: the SSO profile's own name, and <c>{account}-{role}</c> for what has no profile.</value>
    public string? TargetName { get; set; }

    /// <summary>
    /// Gets or sets whether keys of another account, role or session, or of nobody knows whom, may be replaced where the name of the credentials
    /// profile is made of what the portal says (<c>{accountName}</c>, and all but <c>{session}</c> of roles found by <see cref="RoleFilter"/>).
    /// Whoever may rename an account chooses such a name. The profile <c>default</c> is never written under one.
    /// </summary>
    /// <value>The default is false: such a role fails. Under a name that the build itself chose they are replaced anyway.</value>
    public bool ReplaceOtherRoles { get; set; }

    /// <summary>
    /// Gets or sets how long keys must still live. Keys under the target that this add-in wrote for the same account, role and session, that
    /// nobody changed since, and that live longer, are kept without asking anybody.
    /// </summary>
    /// <value>The default is 15 minutes.</value>
    public TimeSpan MinimumLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Gets or sets whether a profile that fails lets the others go on.</summary>
    /// <value>
    /// The default is true: the others are written, then the step fails with a summary. False stops at the first failure; what was obtained
    /// until then is written.
    /// </value>
    public bool ContinueOnError { get; set; } = true;

    /// <summary>Gets or sets how many requests may be under way at the same time.</summary>
    /// <value>The default is 8.</value>
    public int Concurrency { get; set; } = DefaultConcurrency;

    /// <summary>
    /// Gets or sets how many requests a second the portal of a session gets at the most; 0 sets no limit. Where the portal turns requests away
    /// all the same, the rate falls and recovers by itself.
    /// </summary>
    /// <value>The default is 19, below the 20 a second that the portal is reported to allow.</value>
    public double RequestsPerSecond { get; set; } = DefaultRequestsPerSecond;

    /// <summary>Gets or sets how long the whole batch may take; what was obtained until then is written.</summary>
    /// <value>The default is 10 minutes.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(10);
}
