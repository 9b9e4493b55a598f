namespace IdentityCenterEmulator;

/// <summary>Who answers the sign-in page.</summary>
public enum EmulatorSignIn
{
    /// <summary>A person (or a test through <see cref="EmulatorServer.Approve"/>) allows or denies.</summary>
    Page,

    /// <summary>Every request is allowed at once.</summary>
    AutoApprove,

    /// <summary>Every request is denied at once.</summary>
    AutoDeny,
}
