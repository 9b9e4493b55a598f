namespace IdentityCenterEmulator.Control;

/// <summary>The session to open without a sign-in.</summary>
internal sealed class TokenBody
{
    public string? StartUrl { get; set; }

    public TimeSpan? Lifetime { get; set; }

    public bool Refreshable { get; set; } = true;

    public string? Region { get; set; }
}
