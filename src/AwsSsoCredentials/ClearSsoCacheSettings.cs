namespace AwsSsoCredentials;

/// <summary>What <c>ClearSsoCache</c> removes.</summary>
public sealed class ClearSsoCacheSettings
{
    /// <summary>Gets or sets the SSO session whose token is removed: its name, or the start URL of a legacy profile.</summary>
    /// <value>The default is null: all tokens are removed.</value>
    public string? Session { get; set; }

    /// <summary>Gets or sets whether each token is revoked at the portal before its file is removed.</summary>
    /// <value>The default is false. Errors of the portal are logged as warnings; the file is removed all the same.</value>
    public bool SignOut { get; set; }
}
