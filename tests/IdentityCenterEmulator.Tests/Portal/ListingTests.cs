using Amazon.SSO.Model;

namespace IdentityCenterEmulator.Tests.Portal;

public class ListingTests
{
    [Fact]
    public async Task Accounts_come_with_their_leading_zero()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var portal = EmulatorClients.Portal(server);

        var answer = await portal.ListAccountsAsync(new ListAccountsRequest { AccessToken = server.IssueToken().AccessToken });

        Assert.Equal(["111122223333", "444455556666", "012345678901"], answer.AccountList.Select(account => account.AccountId));
        Assert.Equal("Sandbox", answer.AccountList[2].AccountName);
        Assert.Equal("aws-sandbox@example.com", answer.AccountList[2].EmailAddress);
        Assert.Null(answer.NextToken);
    }

    [Theory]
    [InlineData(null, 2)]
    [InlineData(1, 3)]
    [InlineData(100, 2)]
    public async Task Accounts_come_page_by_page(int? maxResults, int pages)
    {
        await using var server = await EmulatorServer.StartAsync(new EmulatorOptions { PageSize = 2 });
        using var portal = EmulatorClients.Portal(server);
        var request = new ListAccountsRequest { AccessToken = server.IssueToken().AccessToken, MaxResults = maxResults };
        var names = new List<string>();

        do
        {
            var answer = await portal.ListAccountsAsync(request);
            names.AddRange(answer.AccountList.Select(account => account.AccountName));
            request.NextToken = answer.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));

        Assert.Equal(["Development", "Staging", "Sandbox"], names);
        Assert.Equal(pages, server.Calls.Count(EmulatorOperation.ListAccounts));
    }

    [Fact]
    public async Task Roles_come_page_by_page_with_their_account()
    {
        await using var server = await EmulatorServer.StartAsync(new EmulatorOptions { PageSize = 1 });
        using var portal = EmulatorClients.Portal(server);
        var request = new ListAccountRolesRequest { AccessToken = server.IssueToken().AccessToken, AccountId = "444455556666" };

        var first = await portal.ListAccountRolesAsync(request);
        request.NextToken = first.NextToken;
        var second = await portal.ListAccountRolesAsync(request);

        Assert.Equal("Deployer", Assert.Single(first.RoleList).RoleName);
        Assert.Equal("ReadOnly", Assert.Single(second.RoleList).RoleName);
        Assert.All([.. first.RoleList, .. second.RoleList], role => Assert.Equal("444455556666", role.AccountId));
        Assert.Null(second.NextToken);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task A_page_size_out_of_range_is_an_invalid_request(int maxResults)
    {
        await using var server = await EmulatorServer.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Url };
        http.DefaultRequestHeaders.Add("x-amz-sso_bearer_token", server.IssueToken().AccessToken);

        using var answer = await http.GetAsync($"assignment/accounts?max_result={maxResults}");

        Assert.Equal("InvalidRequestException", answer.Headers.GetValues("x-amzn-ErrorType").Single());
    }

    [Fact]
    public async Task A_page_token_of_another_list_is_an_invalid_request()
    {
        await using var server = await EmulatorServer.StartAsync(new EmulatorOptions { PageSize = 1 });
        using var portal = EmulatorClients.Portal(server);
        var token = server.IssueToken().AccessToken;
        var accounts = await portal.ListAccountsAsync(new ListAccountsRequest { AccessToken = token });

        var request = new ListAccountRolesRequest { AccessToken = token, AccountId = "444455556666", NextToken = accounts.NextToken };

        await Assert.ThrowsAsync<InvalidRequestException>(() => portal.ListAccountRolesAsync(request));
    }

    [Fact]
    public async Task Roles_of_an_unknown_account_are_not_found()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var portal = EmulatorClients.Portal(server);

        var request = new ListAccountRolesRequest { AccessToken = server.IssueToken().AccessToken, AccountId = "999999999999" };

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => portal.ListAccountRolesAsync(request));
    }

    [Fact]
    public async Task Listing_without_a_valid_token_is_unauthorized()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var portal = EmulatorClients.Portal(server);

        await Assert.ThrowsAsync<UnauthorizedException>(() => portal.ListAccountsAsync(new ListAccountsRequest { AccessToken = "unknown" }));
    }
}
