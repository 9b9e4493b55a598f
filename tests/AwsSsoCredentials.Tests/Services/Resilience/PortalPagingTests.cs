using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Services.Resilience;

namespace AwsSsoCredentials.Tests.Services.Resilience;

public sealed class PortalPagingTests
{
    [Fact]
    [Trait("Case", "93")]
    public async Task Case_93_An_empty_page_in_the_middle_does_not_end_the_list()
    {
        using var portal = new PagedPortal(
            new([new("111122223333", "A", null)], "two"), new([], "three"), new([new("444455556666", "B", null)], null));

        var accounts = await portal.AllAccountsAsync("token").ToListAsync();

        Assert.Equal(["111122223333", "444455556666"], accounts.Select(a => a.AccountId));
        Assert.Equal([null, "two", "three"], portal.Asked);
    }

    [Fact]
    public async Task A_page_that_names_itself_as_the_next_ends_the_list()
    {
        using var portal = new PagedPortal(new([], "same"), new([], "same"), new([], "same"));

        Assert.Empty(await portal.AllAccountsAsync("token").ToListAsync());

        Assert.Equal([null, "same"], portal.Asked);
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
