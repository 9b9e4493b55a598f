using AwsSsoCredentials.Services.Contracts;

namespace AwsSsoCredentials.Tests.Portal;

public sealed class PortalPagesTests
{
    [Fact]
    [Trait("Case", "93")]
    public async Task Case_93_An_empty_page_in_the_middle_does_not_end_the_list()
    {
        using var portal = new PagedPortal(
            new([new("111122223333", "A", null)], "two"), new([], "three"), new([new("444455556666", "B", null)], null));

        using var session = PortalSessionFixture.With(portal);

        var accounts = await session.Portal.GetAccountsAsync(CancellationToken.None);

        Assert.Equal(["111122223333", "444455556666"], accounts.Select(a => a.AccountId));
        Assert.Equal([null, "two", "three"], portal.Asked);
    }

    [Fact]
    public async Task A_page_that_names_itself_as_the_next_ends_the_list()
    {
        using var portal = new PagedPortal(new([], "same"), new([], "same"), new([], "same"));

        using var session = PortalSessionFixture.With(portal);

        Assert.Empty(await session.Portal.GetAccountsAsync(CancellationToken.None));

        Assert.Equal([null, "same"], portal.Asked);
    }

    [Fact]
    public async Task Pages_that_name_each_other_in_turn_end_the_list()
    {
        using var portal = new PagedPortal(new([], "one"), new([], "two"), new([], "one"), new([], "two"));
        using var session = PortalSessionFixture.With(portal);

        Assert.Empty(await session.Portal.GetAccountsAsync(CancellationToken.None));

        Assert.Equal([null, "one", "two"], portal.Asked);
    }

    private sealed class PagedPortal(params PortalPage<PortalAccount>[] pages) : ISsoPortal
    {
        public List<string?> Asked { get; } = [];

        public Task<PortalPage<PortalAccount>> ListAccountsAsync(string accessToken, string? nextToken, CancellationToken cancellationToken)
        {
            Asked.Add(nextToken);
            return Task.FromResult(pages[Asked.Count - 1]);
        }

        public Task<PortalRoleCredentials> GetRoleCredentialsAsync(
            string accessToken, string accountId, string roleName, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<PortalPage<PortalRole>> ListAccountRolesAsync(
            string accessToken, string accountId, string? nextToken, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task LogoutAsync(string accessToken, CancellationToken cancellationToken) => throw new NotSupportedException();

        public void Dispose()
        {
        }
    }
}
