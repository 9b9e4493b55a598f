namespace AwsSsoCredentials;

/// <summary>How <c>GenerateSsoCredentials</c> obtains role credentials.</summary>
public sealed class GenerateSsoCredentialsSettings
{
    /// <summary>
    /// Gets or sets a credentials profile whose keys are handed out again, with no network, when this add-in wrote them for the same
    /// account, role and session, nobody changed them since, and they live longer than <see cref="MinimumLifetime"/>.
    /// </summary>
    /// <value>The default is null: the portal is asked.</value>
    public string? ReuseFrom { get; set; }

    /// <summary>Gets or sets how long the credentials must still live.</summary>
    /// <value>The default is 15 minutes.</value>
    public TimeSpan MinimumLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Gets or sets how to log in when there is no usable SSO token.</summary>
    /// <value>The default is null: nobody is asked, an <see cref="SsoLoginRequiredException"/> names the command to run.</value>
    public LoginSsoSettings? Login { get; set; }
}
