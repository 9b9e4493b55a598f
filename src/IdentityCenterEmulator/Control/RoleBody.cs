namespace IdentityCenterEmulator.Control;

/// <summary>The role to deny or to allow again.</summary>
internal sealed record RoleBody(string AccountId, string RoleName);
