namespace AwsSsoCredentials.Login;

/// <summary>What the browser brought back from the sign-in page.</summary>
/// <param name="Code">The authorization code, or null when the sign-in failed. A secret.</param>
/// <param name="Error">The OAuth error, or null; only characters that an error code may have.</param>
internal sealed record LoginCallback(string? Code, string? Error)
{
    /// <summary>Describes it without any secret.</summary>
    public override string ToString() => Error ?? "authorization code";
}
