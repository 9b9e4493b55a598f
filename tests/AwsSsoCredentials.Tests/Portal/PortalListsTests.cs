using System.Globalization;
using AwsSsoCredentials.Services.Contracts;
using IdentityCenterEmulator;

namespace AwsSsoCredentials.Tests.Portal;

public sealed class PortalListsTests
{
    [Fact]
    [Trait("Case", "93")]
    public async Task Case_93_All_pages_are_read_to_the_end()
    {
        await using var emulator = await EmulatorServer.StartAsync(WithAccounts(25, pageSize: 10));
        using var session = PortalSessionFixture.At(emulator, emulator.IssueToken().AccessToken);

        IReadOnlyList<PortalAccount> accounts = await session.Portal.GetAccountsAsync(CancellationToken.None);

        Assert.Equal(Enumerable.Range(0, 25).Select(Account), accounts.Select(account => account.AccountId));
        Assert.Equal(3, emulator.Calls.Count(EmulatorOperation.ListAccounts));
    }

    [Fact]
    public async Task The_roles_of_many_accounts_come_in_the_order_of_the_accounts()
    {
        await using var emulator = await EmulatorServer.StartAsync(WithAccounts(20, pageSize: 100));
        emulator.Faults.Set(EmulatorOperation.ListAccountRoles, EmulatorFault.Delay(TimeSpan.FromMilliseconds(100)) with { Times = 1 });
        using var session = PortalSessionFixture.At(emulator, emulator.IssueToken().AccessToken);
        string[] accounts = [.. Enumerable.Range(0, 20).Select(Account)];

        IReadOnlyList<IReadOnlyList<PortalRole>> roles = await session.Portal.GetRolesAsync(accounts, 4, CancellationToken.None);

        Assert.Equal(accounts, roles.Select(of => of[0].AccountId));
        Assert.All(roles, of => Assert.Equal(["Admin", "ReadOnly"], of.Select(role => role.RoleName)));
    }

    [Fact]
    [Trait("Case", "86")]
    public async Task Case_86_A_refused_token_is_replaced_once()
    {
        await using var emulator = await EmulatorServer.StartAsync();
        string good = emulator.IssueToken().AccessToken;
        using var session = PortalSessionFixture.At(emulator, rejected => rejected is null ? "revoked-token" : good);

        Assert.NotEmpty(await session.Portal.GetAccountsAsync(CancellationToken.None));
        Assert.Equal([null, "revoked-token"], session.Asked);
    }

    [Fact]
    public async Task A_token_that_stays_refused_asks_for_a_login_to_the_session()
    {
        await using var emulator = await EmulatorServer.StartAsync();
        using var session = PortalSessionFixture.At(emulator, "revoked-token");

        var error = await Assert.ThrowsAsync<SsoLoginRequiredException>(() => session.Portal.GetAccountsAsync(CancellationToken.None));

        Assert.Contains("aws sso login --sso-session corp", error.Message, StringComparison.Ordinal);
        Assert.Contains("LoginSso(new LoginSsoSettings { Session = \"corp\" })", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("revoked-token", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "88")]
    public async Task Case_88_An_account_that_is_not_shown_is_named()
    {
        await using var emulator = await EmulatorServer.StartAsync();
        emulator.Faults.Set(EmulatorOperation.ListAccountRoles, EmulatorFault.Status(404, "ResourceNotFoundException"));
        using var session = PortalSessionFixture.At(emulator, emulator.IssueToken().AccessToken);

        var error = await Assert.ThrowsAsync<SsoAccessDeniedException>(() => session.Portal.GetRolesAsync("999999999999", CancellationToken.None));

        Assert.Contains("the roles in account 999999999999", error.Message, StringComparison.Ordinal);
    }

    private static EmulatorOptions WithAccounts(int count, int pageSize)
    {
        var options = new EmulatorOptions { PageSize = pageSize };
        options.Accounts.Clear();
        for (int i = 0; i < count; i++)
        {
            options.Accounts.Add(new EmulatorAccount(Account(i), $"Lab {i}", "lab@example.com", ["Admin", "ReadOnly"]));
        }

        return options;
    }

    private static string Account(int number) => number.ToString("000000000000", CultureInfo.InvariantCulture);
}
