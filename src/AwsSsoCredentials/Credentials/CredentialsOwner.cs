namespace AwsSsoCredentials.Credentials;

/// <summary>Whose keys some are.</summary>
/// <param name="AccountId">The account; null when nobody noted it.</param>
/// <param name="RoleName">The role; null when nobody noted it.</param>
/// <param name="Session">The SSO session: its name, else its start URL; null when it was not known.</param>
internal sealed record CredentialsOwner(string? AccountId, string? RoleName, string? Session)
{
    /// <summary>Whether both are one, as far as their sessions are known.</summary>
    /// <param name="other">The other.</param>
    public bool IsSame(CredentialsOwner other) =>
        AccountId == other.AccountId && RoleName == other.RoleName
        && (Session is null || other.Session is null || Session == other.Session);

    /// <summary>Names no key.</summary>
    /// <returns>For a message.</returns>
    public override string ToString() => OneLine.Of(
        $"account {AccountId ?? "unknown"}, role {RoleName ?? "unknown"}{(Session is null ? "" : $", session {Session}")}");
}
