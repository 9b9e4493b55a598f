namespace Cake.AwsSsoCredentials.Profiles;

/// <summary>One SSO profile in a listing, complete or not.</summary>
/// <param name="Name">Its name.</param>
/// <param name="AccountId">The account as written, or null.</param>
/// <param name="RoleName">The role as written, or null.</param>
/// <param name="Region">The profile's own region, or null.</param>
/// <param name="SessionName">The SSO session it names, or null for a legacy profile.</param>
/// <param name="StartUrl">The start URL, of the session if it names one, or null.</param>
/// <param name="Problem">Why no credentials can be generated for it; null when they can.</param>
internal sealed record SsoProfileSummary(
    string Name,
    string? AccountId,
    string? RoleName,
    string? Region,
    string? SessionName,
    string? StartUrl,
    string? Problem);
