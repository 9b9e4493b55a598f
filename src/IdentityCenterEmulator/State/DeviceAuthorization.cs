namespace IdentityCenterEmulator.State;

/// <summary>One device code and what has become of it. Guarded by the lock of <see cref="DeviceAuthorizations"/>.</summary>
internal sealed class DeviceAuthorization
{
    public required string DeviceCode { get; init; }

    public required string UserCode { get; init; }

    public required ClientRegistration Client { get; init; }

    public required string StartUrl { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required TimeSpan PollInterval { get; init; }

    public DeviceDecision Decision { get; set; }

    public DateTimeOffset? LastPoll { get; set; }

    public bool Redeemed { get; set; }
}
