namespace AwsSsoCredentials.Credentials;

/// <summary>One profile to write.</summary>
/// <param name="Credentials">The keys.</param>
/// <param name="TargetProfile">The name of the section.</param>
/// <param name="Overwrite">Whether long-lived keys there may be replaced.</param>
internal sealed record CredentialsWrite(SsoCredentials Credentials, string TargetProfile, bool Overwrite);
