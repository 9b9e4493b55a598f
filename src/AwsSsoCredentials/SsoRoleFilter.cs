namespace AwsSsoCredentials;

/// <summary>
/// Which of the roles that the signed-in person holds are meant: those of one SSO session, by account and role name. Patterns know
/// <c>*</c> for any characters and <c>?</c> for one.
/// </summary>
/// <remarks>The session is named as in <see cref="SsoRole"/>.</remarks>
public sealed class SsoRoleFilter
{
    /// <summary>Gets or sets the name of the SSO session.</summary>
    /// <value>The default is null: the session goes by <see cref="StartUrl"/>.</value>
    public string? Session { get; set; }

    /// <summary>Gets or sets the start URL.</summary>
    /// <value>The default is null: the config file has the session.</value>
    public string? StartUrl { get; set; }

    /// <summary>Gets or sets the region of the Identity Center instance (<c>sso_region</c>).</summary>
    /// <value>The default is null: the config file has the session.</value>
    public string? SsoRegion { get; set; }

    /// <summary>Gets or sets the accounts, each as a pattern for the account's id or display name.</summary>
    /// <value>The default is empty: all accounts.</value>
    public IList<string> Accounts { get; set; } = [];

    /// <summary>Gets or sets the roles, each as a pattern.</summary>
    /// <value>The default is empty: all roles.</value>
    public IList<string> Roles { get; set; } = [];

    /// <summary>Gets or sets the region the credentials are meant for.</summary>
    /// <value>The default is null.</value>
    public string? Region { get; set; }
}
