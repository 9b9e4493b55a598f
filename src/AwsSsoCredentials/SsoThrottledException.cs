namespace AwsSsoCredentials;

/// <summary>
/// IAM Identity Center keeps answering that it gets too many requests, also after the retries.
/// </summary>
public sealed class SsoThrottledException : SsoException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">One line: what happened, to what, and the remedy.</param>
    /// <param name="innerException">What caused it; must not carry a secret.</param>
    public SsoThrottledException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
