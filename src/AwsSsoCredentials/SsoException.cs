namespace AwsSsoCredentials;

/// <summary>
/// The base of every error this add-in raises on purpose. The message is one line: what happened, to which profile, file or URL, and
/// the command or setting that mends it. It never contains a secret.
/// </summary>
public abstract class SsoException : Exception
{
    private protected SsoException(string message, Exception? innerException)
        : base(OneLine.Of(message), innerException)
    {
    }

    /// <summary>Describes the error with its causes and where it arose.</summary>
    /// <returns>Several lines, without a secret; what others put into a message cannot begin one.</returns>
    public override string ToString() => OneLine.OfEach(base.ToString());
}
