namespace IdentityCenterEmulator.State;

/// <summary>An issued key triple and whom it stands for. No record: its default ToString would show the secrets.</summary>
internal sealed class RoleCredentials
{
    public required string AccessKeyId { get; init; }

    public required string SecretAccessKey { get; init; }

    public required string SessionToken { get; init; }

    public required DateTimeOffset Expiration { get; init; }

    public required string AccountId { get; init; }

    public required string RoleName { get; init; }
}
