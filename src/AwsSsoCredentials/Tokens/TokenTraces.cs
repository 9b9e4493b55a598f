namespace AwsSsoCredentials.Tokens;

/// <summary>As much of a token file as is needed to revoke the token and to recognise its session.</summary>
/// <param name="AccessToken">The bearer token, or null when it is no text, or none that can be sent. A secret.</param>
/// <param name="StartUrl">The start URL, or null.</param>
/// <param name="Region">The region, or null.</param>
internal sealed record TokenTraces(string? AccessToken, string? StartUrl, string? Region)
{
    /// <summary>Describes the token without any secret.</summary>
    public override string ToString() => $"traces of a token for {StartUrl ?? "an unnamed start URL"}";
}
