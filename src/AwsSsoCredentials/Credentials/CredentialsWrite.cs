namespace AwsSsoCredentials.Credentials;

/// <summary>One profile to write.</summary>
/// <param name="Credentials">The keys.</param>
/// <param name="TargetProfile">The name of the section.</param>
/// <param name="Overwrite">Whether long-lived keys there may be replaced.</param>
/// <param name="KeepsOthers">Whether keys of another account, role or session there must stay.</param>
internal sealed record CredentialsWrite(SsoCredentials Credentials, string TargetProfile, bool Overwrite, bool KeepsOthers = false)
{
    /// <summary>Gets whose keys these are.</summary>
    public CredentialsOwner Owner => new(Credentials.AccountId, Credentials.RoleName, Credentials.Session);
}
