namespace AwsSsoCredentials;

/// <summary>An account in which the signed-in person holds roles, as <c>GetSsoAccounts</c> lists it.</summary>
public sealed class SsoAccount
{
    internal SsoAccount(string accountId, string? accountName, string? emailAddress)
    {
        AccountId = accountId;
        AccountName = accountName;
        EmailAddress = emailAddress;
    }

    /// <summary>Gets the account: 12 digits, leading zeros count.</summary>
    public string AccountId { get; }

    /// <summary>Gets its display name; null when the portal gives none.</summary>
    public string? AccountName { get; }

    /// <summary>Gets the address of its root user; null when the portal gives none.</summary>
    public string? EmailAddress { get; }

    /// <summary>Describes the account.</summary>
    /// <returns>Id and display name.</returns>
    public override string ToString() => OneLine.Of(AccountName is null ? AccountId : $"{AccountId} ({AccountName})");
}
