namespace AwsSsoCredentials.Services.Contracts;

/// <summary>The answer of GetRoleCredentials: complete, never with an empty member.</summary>
internal sealed record PortalRoleCredentials(string AccessKeyId, string SecretAccessKey, string SessionToken, DateTimeOffset Expiration)
{
    public override string ToString() => FormattableString.Invariant($"role credentials until {Expiration:u}");
}
