namespace IdentityCenterEmulator;

/// <summary>A call that reached the emulator. It holds no token, secret or code.</summary>
/// <param name="Operation">What was called.</param>
/// <param name="Time">When it arrived, by the emulator's clock.</param>
/// <param name="Status">The status of the answer; null while there is none, and where none ever left.</param>
/// <param name="ErrorType">The error type of the answer; null where it succeeded.</param>
/// <param name="GrantType">For CreateToken, the grant type asked for.</param>
/// <param name="AccountId">For the portal, the account asked for.</param>
/// <param name="RoleName">For the portal, the role asked for.</param>
/// <param name="Query">For the portal, the query as it arrived.</param>
public sealed record EmulatorCall(
    EmulatorOperation Operation,
    DateTimeOffset Time,
    int? Status,
    string? ErrorType,
    string? GrantType,
    string? AccountId,
    string? RoleName,
    string? Query);
