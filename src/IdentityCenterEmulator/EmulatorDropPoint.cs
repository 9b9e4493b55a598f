namespace IdentityCenterEmulator;

/// <summary>When a connection breaks.</summary>
public enum EmulatorDropPoint
{
    /// <summary>After the request has arrived, before it has any effect or answer.</summary>
    BeforeAnswer,

    /// <summary>In the middle of the answer's body: the request has had its effect, the caller does not learn of it.</summary>
    MidBody,
}
