namespace Cake.AwsSsoCredentials.Profiles;

/// <summary>A complete, validated SSO profile.</summary>
/// <param name="Name">Its name.</param>
/// <param name="AccountId">The account: 12 digits.</param>
/// <param name="RoleName">The role.</param>
/// <param name="Region">The profile's own <c>region</c>, or null; unrelated to the region of the session.</param>
/// <param name="Session">The session whose token it uses.</param>
internal sealed record SsoProfile(string Name, string AccountId, string RoleName, string? Region, SsoSession Session);
