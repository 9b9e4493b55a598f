namespace AwsSsoCredentials;

/// <summary>
/// Some profiles of a batch failed. All others were written, or kept where they were still valid, unless the batch was to stop at the first
/// failure. The inner exception is the failure that stands first in the results.
/// </summary>
public sealed class SsoSyncException : SsoException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">One line: how many failed, which, and why.</param>
    /// <param name="results">What became of each profile, in the order they were asked for.</param>
    /// <param name="innerException">The first failure; must not carry a secret.</param>
    public SsoSyncException(string message, IReadOnlyList<CredentialsProfileSyncResult> results, Exception? innerException = null)
        : base(message, innerException) => Results = results;

    /// <summary>Gets what became of each profile, in the order they were asked for.</summary>
    public IReadOnlyList<CredentialsProfileSyncResult> Results { get; }
}
