namespace AwsSsoCredentials;

/// <summary>
/// IAM Identity Center refused: the role is not assigned to the user in that account, the account or role is unknown, or the user denied the
/// login request.
/// </summary>
public sealed class SsoAccessDeniedException : SsoException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">One line: what happened, to what, and the remedy.</param>
    /// <param name="innerException">What caused it; must not carry a secret.</param>
    public SsoAccessDeniedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
