namespace AwsSsoCredentials;

/// <summary>
/// A role in an account, reached through an SSO session: all that role credentials need, without a profile in <c>~/.aws/config</c>.
/// </summary>
/// <remarks>
/// The session is named in one of three ways: <see cref="Session"/> alone, looked up in the config file; <see cref="Session"/> with
/// <see cref="StartUrl"/> and <see cref="SsoRegion"/>, without any config file; or the latter two alone, as legacy profiles have them. The
/// SSO token is the one that <c>aws sso login</c> keeps for the session's name, or else for the start URL.
/// </remarks>
/// <example>
/// <code>
/// var credentials = GenerateSsoCredentials(new SsoRole
/// {
///     AccountId = "111122223333",
///     RoleName = "Deployer",
///     Session = "corp",
///     StartUrl = "https://d-0123456789.awsapps.com/start",
///     SsoRegion = "eu-central-1",
/// });
/// </code>
/// </example>
public sealed class SsoRole
{
    /// <summary>Gets the account: 12 digits, leading zeros count.</summary>
    public required string AccountId { get; init; }

    /// <summary>Gets the role, that is the name of the permission set.</summary>
    public required string RoleName { get; init; }

    /// <summary>Gets the name of the SSO session; null for the legacy form, whose token goes by the start URL.</summary>
    public string? Session { get; init; }

    /// <summary>Gets the start URL; null where the config file has the session.</summary>
    public string? StartUrl { get; init; }

    /// <summary>Gets the region of the Identity Center instance (<c>sso_region</c>); null where the config file has the session.</summary>
    public string? SsoRegion { get; init; }

    /// <summary>Gets the region the credentials are meant for, which <see cref="SsoCredentials.Region"/> then holds; may be null.</summary>
    public string? Region { get; init; }

    /// <summary>Gets the display name of the account where a filter found the role; else null. Generating credentials does not need it.</summary>
    public string? AccountName { get; init; }

    /// <summary>Describes the role.</summary>
    /// <returns>Account and role.</returns>
    public override string ToString() => OneLine.Of($"{AccountId}/{RoleName}");
}
