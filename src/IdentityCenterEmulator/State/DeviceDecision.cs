namespace IdentityCenterEmulator.State;

/// <summary>What the person said on the sign-in page.</summary>
internal enum DeviceDecision
{
    Pending,
    Allowed,
    Denied,
}
