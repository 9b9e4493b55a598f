namespace IdentityCenterEmulator;

/// <summary>An AWS account and the roles (permission sets) that the emulator's user holds in it.</summary>
/// <param name="AccountId">Twelve digits; leading zeros count.</param>
/// <param name="AccountName">The display name.</param>
/// <param name="EmailAddress">The address of the account's root user.</param>
/// <param name="Roles">The names of the assigned roles.</param>
public sealed record EmulatorAccount(string AccountId, string AccountName, string EmailAddress, IReadOnlyList<string> Roles);
