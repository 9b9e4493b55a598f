namespace AwsSsoCredentials;

/// <summary>
/// There is no usable SSO token: none was ever obtained, it expired, it was revoked, or it belongs to another session. Someone must log in
/// with <c>LoginSso</c> or <c>aws sso login</c>; the message says which.
/// </summary>
public sealed class SsoLoginRequiredException : SsoException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">One line: what happened, to what, and the remedy.</param>
    /// <param name="innerException">What caused it; must not carry a secret.</param>
    public SsoLoginRequiredException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
