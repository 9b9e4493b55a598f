using System.Net;
using IdentityCenterEmulator.State;

namespace IdentityCenterEmulator.Options;

/// <summary>Says in one line what is wrong with options, before anything is opened.</summary>
internal static class OptionsValidation
{
    private const int LongestPage = 100;
    private const int AccountIdLength = 12;

    public static void Check(EmulatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options.TimeProvider);
        if (!IPAddress.IsLoopback(options.Address))
        {
            throw Invalid($"address {options.Address} is not a loopback address; the emulator hands out credentials to anyone and listens at 127.0.0.1 or ::1 only");
        }

        Require(options.Port is >= 0 and <= IPEndPoint.MaxPort, $"port {options.Port} is not between 0 and {IPEndPoint.MaxPort}");
        Require(options.HttpsPort is >= 0 and <= IPEndPoint.MaxPort, $"httpsPort {options.HttpsPort} is not between 0 and {IPEndPoint.MaxPort}");
        Require(options.Https || options.HttpsPort == 0, "httpsPort is set, but https is not");
        foreach (var name in options.HostNames)
        {
            Require(Uri.CheckHostName(name) != UriHostNameType.Unknown, $"hostNames has '{name}', which is no host name; write it without scheme and port");
        }

        Require(options.PageSize is >= 1 and <= LongestPage, $"pageSize {options.PageSize} is not between 1 and {LongestPage}");
        Require(!string.IsNullOrWhiteSpace(options.UserName), "userName is empty");
        Check(options.Live);
        CheckAccounts(options.Accounts);
    }

    public static void Check(LiveSettings live)
    {
        Require(Enum.IsDefined(live.SignIn), $"signIn {live.SignIn} is unknown");
        Require(Enum.IsDefined(live.RefreshTokenMode), $"refreshTokenMode {live.RefreshTokenMode} is unknown");
        CheckLifetime("accessTokenLifetime", live.AccessTokenLifetime);
        CheckLifetime("deviceCodeLifetime", live.DeviceCodeLifetime);
        CheckLifetime("clientRegistrationLifetime", live.ClientRegistrationLifetime);
        CheckLifetime("roleCredentialsLifetime", live.RoleCredentialsLifetime);
        Require(
            live.PollInterval >= TimeSpan.Zero && live.PollInterval.Ticks % TimeSpan.TicksPerSecond == 0,
            $"pollInterval {live.PollInterval} is not a whole number of seconds");
    }

    // Lifetimes travel as whole seconds; a negative one would be a second way to say "expired".
    private static void CheckLifetime(string name, TimeSpan lifetime) => Require(lifetime >= TimeSpan.FromSeconds(1), $"{name} {lifetime} is shorter than one second");

    private static void CheckAccounts(IList<EmulatorAccount> accounts)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var account in accounts)
        {
            Require(IsAccountId(account.AccountId), $"account id '{account.AccountId}' is not twelve digits (write it as a string, for leading zeros count)");
            Require(seen.Add(account.AccountId), $"account id {account.AccountId} is given twice");
            Require(account.AccountName is not null && account.EmailAddress is not null && account.Roles is not null, $"account {account.AccountId} lacks a name, an e-mail address or its roles");
            Require(account.Roles!.All(role => !string.IsNullOrWhiteSpace(role)), $"account {account.AccountId} has a role without a name");
            Require(account.Roles!.Distinct(StringComparer.Ordinal).Count() == account.Roles!.Count, $"account {account.AccountId} has a role twice");
        }
    }

    public static bool IsAccountId(string? text) => text is { Length: AccountIdLength } && text.All(char.IsAsciiDigit);

    private static void Require(bool condition, string problem)
    {
        if (!condition)
        {
            throw Invalid(problem);
        }
    }

    private static EmulatorOptionsException Invalid(string problem) => new($"Emulator options: {problem}.");
}
