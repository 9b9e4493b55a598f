namespace AwsSsoCredentials.Credentials;

/// <summary>What this add-in noted beside keys it wrote. There is one only while it belongs to the key id that stands there.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="RoleName">The role.</param>
/// <param name="Session">The SSO session: its name, else its start URL; null when it was not known.</param>
/// <param name="Expiration">When the keys end; null when that cannot be read any more.</param>
/// <param name="IsIntact">Whether keys and notes are as they were written, and nothing beside them wins over them.</param>
internal sealed record CredentialsMark(string? AccountId, string? RoleName, string? Session, DateTimeOffset? Expiration, bool IsIntact)
{
    /// <summary>Gets whose keys they are.</summary>
    public CredentialsOwner Owner => new(AccountId, RoleName, Session);
}
