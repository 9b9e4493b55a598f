namespace AwsSsoCredentials;

/// <summary>How <c>LoginSso</c> obtains an SSO token.</summary>
public sealed class LoginSsoSettings
{
    /// <summary>Gets or sets the SSO session to log in to, by the name of its <c>[sso-session NAME]</c> section, instead of by a profile.</summary>
    /// <value>The default is null: the session is the profile's.</value>
    public string? Session { get; set; }

    /// <summary>Gets or sets how the person signs in.</summary>
    /// <value>The default is <see cref="SsoLoginFlow.Auto"/>.</value>
    public SsoLoginFlow Flow { get; set; } = SsoLoginFlow.Auto;

    /// <summary>Gets or sets whether somebody is there to sign in.</summary>
    /// <value>
    /// The default is null: detected. In a CI system or with redirected input nobody is, and the login fails at once with the command to
    /// run. True overrides the detection, false forbids the login.
    /// </value>
    public bool? Interactive { get; set; }

    /// <summary>Gets or sets whether a cached token that still lives longer than <see cref="MinimumLifetime"/> makes a login needless.</summary>
    /// <value>The default is true.</value>
    public bool SkipIfValid { get; set; } = true;

    /// <summary>Gets or sets how long a cached token must still live to be good enough for <see cref="SkipIfValid"/>.</summary>
    /// <value>The default is 15 minutes.</value>
    public TimeSpan MinimumLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Gets or sets how long to wait for the person, and before that for a login of the same session that another build asked for.</summary>
    /// <value>The default is 10 minutes, about the life of a device code.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(10);
}
