namespace IdentityCenterEmulator;

/// <summary>What the answer to a refresh says about the next refresh token. A sign-in always yields a first one, provided the client asked for a scope.</summary>
public enum RefreshTokenMode
{
    /// <summary>A new refresh token; the old one is spent.</summary>
    Rotate,

    /// <summary>The same refresh token again.</summary>
    Same,

    /// <summary>No refresh token in the answer; the old one stays good (RFC 6749, section 6).</summary>
    None,
}
