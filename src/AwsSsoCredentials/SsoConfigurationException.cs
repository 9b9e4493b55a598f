namespace AwsSsoCredentials;

/// <summary>
/// The shared config or an argument cannot be used as it stands: a misspelt profile, a missing or contradictory <c>sso_*</c> key, a syntax
/// error in <c>~/.aws/config</c>, a setting outside its range.
/// </summary>
public sealed class SsoConfigurationException : SsoException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">One line: what happened, to what, and the remedy.</param>
    /// <param name="innerException">What caused it; must not carry a secret.</param>
    public SsoConfigurationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
