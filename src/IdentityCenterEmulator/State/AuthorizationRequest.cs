namespace IdentityCenterEmulator.State;

/// <summary>What a client asked of the authorization endpoint. No record: its default ToString would show the challenge and state.</summary>
internal sealed class AuthorizationRequest
{
    public required ClientRegistration Client { get; init; }

    public required Uri RedirectUri { get; init; }

    public required string State { get; init; }

    public required string CodeChallenge { get; init; }
}
