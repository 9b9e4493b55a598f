namespace AwsSsoCredentials;

/// <summary>
/// A file below <c>~/.aws</c> could not be read, locked or written. What stood in it still stands there.
/// </summary>
public sealed class SsoFileException : SsoException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">One line: what happened, to what, and the remedy.</param>
    /// <param name="innerException">What caused it; must not carry a secret.</param>
    public SsoFileException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
