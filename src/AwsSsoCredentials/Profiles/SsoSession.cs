namespace AwsSsoCredentials.Profiles;

/// <summary>An <c>[sso-session NAME]</c> section, or what a legacy profile holds of one.</summary>
/// <param name="Name">The name of the section; null for a legacy profile.</param>
/// <param name="StartUrl">The start URL exactly as written: the name of a legacy token file depends on it.</param>
/// <param name="Region">The region of the Identity Center instance (<c>sso_region</c>).</param>
/// <param name="RegistrationScopes">The configured scopes; empty when none are.</param>
internal sealed record SsoSession(string? Name, string StartUrl, string Region, IReadOnlyList<string> RegistrationScopes)
{
    /// <summary>Gets what names the session towards users and in files: its name, else its start URL.</summary>
    public string Key => Name ?? StartUrl;

    /// <summary>Gets what it is called in messages.</summary>
    public string Subject => Name is null ? StartUrl : $"SSO session '{Name}'";
}
