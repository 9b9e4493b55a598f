namespace IdentityCenterEmulator.Control;

/// <summary>The sign-in request to allow or deny.</summary>
internal sealed record UserCodeBody(string UserCode);
