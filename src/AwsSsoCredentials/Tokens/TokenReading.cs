namespace AwsSsoCredentials.Tokens;

/// <summary>What the bytes of a file of the SSO cache turned out to be.</summary>
internal abstract record TokenReading
{
    private TokenReading()
    {
    }

    /// <summary>A usable token.</summary>
    /// <param name="Token">The token.</param>
    /// <param name="ZoneMissing">Whether its expiry names no zone and was taken for UTC.</param>
    internal sealed record Valid(SsoToken Token, bool ZoneMissing) : TokenReading;

    /// <summary>No JSON: empty, half written or damaged. A writer may be busy, so reading again can help.</summary>
    internal sealed record NotJson : TokenReading;

    /// <summary>JSON, but no usable token.</summary>
    /// <param name="Reason">What is wrong, to follow the path in a message; shows nothing of the content.</param>
    internal sealed record Invalid(string Reason) : TokenReading;
}
