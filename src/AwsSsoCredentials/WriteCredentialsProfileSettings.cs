namespace AwsSsoCredentials;

/// <summary>Where and how <c>WriteCredentialsProfile</c> writes.</summary>
public sealed class WriteCredentialsProfileSettings
{
    /// <summary>Gets or sets the credentials profile to write, that is the section of <c>~/.aws/credentials</c>.</summary>
    /// <value>The default is null: the name of the SSO profile the credentials were generated for.</value>
    public string? TargetProfile { get; set; }

    /// <summary>Gets or sets whether long-lived keys under that name (key id begins with <c>AKIA</c>, or no session token) may be replaced.</summary>
    /// <value>The default is false: they are refused with an error.</value>
    public bool Overwrite { get; set; }
}
