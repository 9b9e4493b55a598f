namespace AwsSsoCredentials;

/// <summary>
/// A service of AWS could not be reached or answered something unusable, also after the retries.
/// </summary>
public sealed class SsoServiceException : SsoException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">One line: what happened, to what, and the remedy.</param>
    /// <param name="innerException">What caused it; must not carry a secret.</param>
    public SsoServiceException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
