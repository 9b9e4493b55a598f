using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Services.Tests.Support;
using IdentityCenterEmulator;

namespace AwsSsoCredentials.Services.Tests;

public sealed class PortalClientTests
{
    [Fact]
    public async Task Role_credentials_come_whole_and_unchanged()
    {
        await using var emulator = await EmulatorServer.StartAsync();
        using var portal = emulator.CreatePortal();
        emulator.Faults.Set(EmulatorOperation.GetRoleCredentials, EmulatorFault.Replace("roleCredentials.secretAccessKey", "a/b+c="));

        var credentials = await portal.GetAsync(emulator.IssueToken().AccessToken);

        Assert.StartsWith("ASIA", credentials.AccessKeyId, StringComparison.Ordinal);
        Assert.Equal("a/b+c=", credentials.SecretAccessKey);
        Assert.NotEmpty(credentials.SessionToken);
        Assert.DoesNotContain("a/b+c=", credentials.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("accessKeyId")]
    [InlineData("secretAccessKey")]
    [InlineData("sessionToken")]
    public async Task Keys_with_a_line_feed_are_unusable(string member)
    {
        var failure = await EmulatorExtensions.FailAsync(EmulatorFault.Replace($"roleCredentials.{member}", "key-secret\r\n[other]"));

        Assert.Equal(ServiceFailureKind.UnusableAnswer, failure.Kind);
        Assert.Contains($"has a value for {member} that holds characters", failure.Message, StringComparison.Ordinal);
        EmulatorExtensions.AssertClean(failure, "key-secret");
    }

    [Theory]
    [InlineData("evil.example/#")]
    [InlineData("us-east-1\r\nX: y")]
    public async Task What_the_SDK_refuses_before_any_call_is_a_failure_of_that_call(string region)
    {
        await using var emulator = await EmulatorServer.StartAsync();
        var factory = new ServiceFactory(TimeProvider.System);
        var connection = new ServiceConnection(emulator.Url, region, null);
        using var portal = factory.CreatePortal(connection);
        using var oidc = factory.CreateOidc(connection);
        using var sts = factory.CreateSts(connection);

        ServiceFailureException[] failures =
        [
            await Assert.ThrowsAsync<ServiceFailureException>(() => portal.LogoutAsync("secret-access-token", CancellationToken.None)),
            await Assert.ThrowsAsync<ServiceFailureException>(
                () => oidc.StartDeviceAuthorizationAsync("id", "secret-access-token", "https://x", CancellationToken.None)),
            await Assert.ThrowsAsync<ServiceFailureException>(
                () => sts.GetCallerIdentityAsync("id", "secret-access-token", "session", CancellationToken.None)),
        ];

        Assert.All(failures, failure => EmulatorExtensions.AssertClean(failure, "secret-access-token"));
        Assert.Equal(0, emulator.Calls.Total);
    }

    [Fact]
    [Trait("Case", "86")]
    public async Task Case_86_An_unknown_access_token_is_unauthorized_and_asked_for_once()
    {
        await using var emulator = await EmulatorServer.StartAsync();
        using var portal = emulator.CreatePortal();

        var failure = await Assert.ThrowsAsync<ServiceFailureException>(() => portal.GetAsync("no-such-access-token"));

        Assert.Equal(ServiceFailureKind.Unauthorized, failure.Kind);
        Assert.Contains("HTTP 401 UnauthorizedException", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, emulator.Calls.Count(EmulatorOperation.GetRoleCredentials));
        EmulatorExtensions.AssertClean(failure, "no-such-access-token");
    }

    [Fact]
    [Trait("Case", "87")]
    public async Task Case_87_A_role_that_is_not_assigned_is_forbidden()
    {
        await using var emulator = await EmulatorServer.StartAsync();
        emulator.Faults.DenyRole(EmulatorExtensions.AccountId, EmulatorExtensions.RoleName);
        using var portal = emulator.CreatePortal();

        var failure = await Assert.ThrowsAsync<ServiceFailureException>(() => portal.GetAsync(emulator.IssueToken().AccessToken));

        Assert.Equal(ServiceFailureKind.Forbidden, failure.Kind);
        Assert.Contains("HTTP 403 ForbiddenException: No access", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "88")]
    public async Task Case_88_An_unknown_account_is_not_found()
    {
        var failure = await EmulatorExtensions.FailAsync(EmulatorFault.Status(404, "ResourceNotFoundException", "Account not found"));

        Assert.Equal(ServiceFailureKind.NotFound, failure.Kind);
        Assert.Contains("Account not found", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "93")]
    public async Task Case_93_An_empty_token_of_the_next_page_ends_the_list()
    {
        await using var emulator = await EmulatorServer.StartAsync();
        using var portal = emulator.CreatePortal();
        emulator.Faults.Set(EmulatorOperation.ListAccounts, EmulatorFault.Replace("nextToken", ""));

        var page = await portal.ListAccountsAsync(emulator.IssueToken().AccessToken, null, CancellationToken.None);

        Assert.NotEmpty(page.Items);
        Assert.Null(page.NextToken);
    }

    [Fact]
    [Trait("Case", "89")]
    public async Task Case_89_Too_many_requests_are_throttled_with_the_pause_the_service_asks_for()
    {
        var failure = await EmulatorExtensions.FailAsync(
            EmulatorFault.Status(429, "TooManyRequestsException", "HTTP 429 Unknown Code") with { RetryAfter = 7 });

        Assert.Equal(ServiceFailureKind.Throttled, failure.Kind);
        Assert.Equal(TimeSpan.FromSeconds(7), failure.RetryAfter);
        Assert.False(failure.MayHaveBeenProcessed);
    }

    [Fact]
    [Trait("Case", "89")]
    public async Task Case_89_The_error_type_is_found_in_a_body_with_a_namespace()
    {
        const string Body = """{"message":"HTTP 429 Unknown Code","__type":"com.amazonaws.switchboard.portal#TooManyRequestsException"}""";

        var failure = await EmulatorExtensions.FailAsync(EmulatorFault.Body(Body, statusCode: 400));

        Assert.Equal(ServiceFailureKind.Throttled, failure.Kind);
        Assert.Contains("HTTP 400 TooManyRequestsException", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Case", "90")]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Case_90_A_server_error_carries_its_request_id(int status)
    {
        var failure = await EmulatorExtensions.FailAsync(EmulatorFault.Status(status, "InternalServerException", "Try later"));

        Assert.Equal(ServiceFailureKind.ServerError, failure.Kind);
        Assert.Contains($"HTTP {status} InternalServerException", failure.Message, StringComparison.Ordinal);
        Assert.False(string.IsNullOrEmpty(failure.RequestId));
        Assert.Contains($"(request id {failure.RequestId})", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Case", "91")]
    [InlineData("roleCredentials")]
    [InlineData("roleCredentials.accessKeyId")]
    [InlineData("roleCredentials.secretAccessKey")]
    [InlineData("roleCredentials.sessionToken")]
    [InlineData("roleCredentials.expiration")]
    public async Task Case_91_Missing_members_make_the_answer_unusable(string member)
    {
        var failure = await EmulatorExtensions.FailAsync(EmulatorFault.Omit(member));

        Assert.Equal(ServiceFailureKind.UnusableAnswer, failure.Kind);
        Assert.Contains($"lacks {member.Split('.')[^1]}", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Case", "91")]
    [InlineData("roleCredentials.secretAccessKey", "")]
    [InlineData("roleCredentials.sessionToken", " ")]
    [InlineData("roleCredentials.accessKeyId", null)]
    public async Task Case_91_Empty_members_make_the_answer_unusable(string member, string? value)
    {
        var failure = await EmulatorExtensions.FailAsync(EmulatorFault.Replace(member, value));

        Assert.Equal(ServiceFailureKind.UnusableAnswer, failure.Kind);
    }

    [Fact]
    [Trait("Case", "92")]
    public async Task Case_92_The_expiration_is_read_as_milliseconds()
    {
        await using var emulator = await EmulatorServer.StartAsync();
        emulator.Faults.Set(EmulatorOperation.GetRoleCredentials, EmulatorFault.Replace("roleCredentials.expiration", 4102444800123));
        using var portal = emulator.CreatePortal();

        var credentials = await portal.GetAsync(emulator.IssueToken().AccessToken);

        Assert.Equal(new DateTimeOffset(2100, 1, 1, 0, 0, 0, 123, TimeSpan.Zero), credentials.Expiration);
    }

    [Theory]
    [Trait("Case", "92")]
    [InlineData(1577836800000)]
    [InlineData(4102444800)]
    [InlineData(0)]
    [InlineData(long.MaxValue)]
    public async Task Case_92_An_expiration_in_the_past_or_beyond_all_calendars_is_unusable(long expiration)
    {
        var failure = await EmulatorExtensions.FailAsync(EmulatorFault.Replace("roleCredentials.expiration", expiration));

        Assert.Equal(ServiceFailureKind.UnusableAnswer, failure.Kind);
        Assert.Contains("has an expiration", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "92")]
    public async Task Case_92_The_past_is_what_the_given_clock_says()
    {
        await using var emulator = await EmulatorServer.StartAsync();
        using var portal = emulator.CreatePortal(clock: new LateClock());

        var failure = await Assert.ThrowsAsync<ServiceFailureException>(() => portal.GetAsync(emulator.IssueToken().AccessToken));

        Assert.Equal(ServiceFailureKind.UnusableAnswer, failure.Kind);
    }

    [Fact]
    [Trait("Case", "93")]
    public async Task Case_93_Lists_are_read_to_their_end_page_by_page()
    {
        await using var emulator = await EmulatorServer.StartAsync(new EmulatorOptions { PageSize = 1 });
        using var portal = emulator.CreatePortal();
        var token = emulator.IssueToken().AccessToken;

        var accounts = await ReadAsync(next => portal.ListAccountsAsync(token, next, CancellationToken.None));
        var roles = await ReadAsync(next => portal.ListAccountRolesAsync(token, EmulatorExtensions.AccountId, next, CancellationToken.None));

        Assert.Equal(["012345678901", "111122223333", "444455556666"], accounts.Select(a => a.AccountId).Order());
        Assert.Equal(["Developer", "Power+User@dev", "ReadOnly"], roles.Select(r => r.RoleName).Order());
        Assert.All(roles, role => Assert.Equal(EmulatorExtensions.AccountId, role.AccountId));

        static async Task<List<T>> ReadAsync<T>(Func<string?, Task<PortalPage<T>>> readPage)
        {
            var items = new List<T>();
            PortalPage<T>? page = null;
            do
            {
                page = await readPage(page?.NextToken);
                items.AddRange(page.Items);
            }
            while (page.NextToken is not null);

            return items;
        }
    }

    [Fact]
    [Trait("Case", "93")]
    public async Task Case_93_An_empty_next_token_ends_the_list()
    {
        await using var emulator = await EmulatorServer.StartAsync();
        emulator.Faults.Set(EmulatorOperation.ListAccounts, EmulatorFault.Body("""{"accountList":[{"accountId":"111122223333"}],"nextToken":""}"""));
        using var portal = emulator.CreatePortal();

        var page = await portal.ListAccountsAsync(emulator.IssueToken().AccessToken, null, CancellationToken.None);

        Assert.Null(page.NextToken);
        Assert.Single(page.Items);
    }

    [Fact]
    [Trait("Case", "93")]
    public async Task Case_93_An_empty_page_with_a_next_token_is_not_the_end()
    {
        await using var emulator = await EmulatorServer.StartAsync();
        emulator.Faults.Set(
            EmulatorOperation.ListAccounts, EmulatorFault.Body("""{"accountList":[],"nextToken":"more"}""") with { Times = 1 });
        using var portal = emulator.CreatePortal();
        var token = emulator.IssueToken().AccessToken;

        var page = await portal.ListAccountsAsync(token, null, CancellationToken.None);

        Assert.Empty(page.Items);
        Assert.Equal("more", page.NextToken);
    }

    [Fact]
    [Trait("Case", "94")]
    public async Task Case_94_A_role_name_with_odd_characters_arrives_unchanged()
    {
        const string Role = "a+b=c,d.e@f-g_h";
        await using var emulator = await EmulatorServer.StartAsync(
            new EmulatorOptions { Accounts = { new EmulatorAccount("999988887777", "Odd", "odd@example.com", [Role]) } });
        using var portal = emulator.CreatePortal();

        var credentials = await portal.GetRoleCredentialsAsync(emulator.IssueToken().AccessToken, "999988887777", Role, CancellationToken.None);

        Assert.NotEmpty(credentials.SessionToken);
    }

    [Fact]
    public async Task After_the_logout_the_token_is_refused()
    {
        await using var emulator = await EmulatorServer.StartAsync();
        using var portal = emulator.CreatePortal();
        var token = emulator.IssueToken().AccessToken;

        await portal.LogoutAsync(token, CancellationToken.None);

        var failure = await Assert.ThrowsAsync<ServiceFailureException>(() => portal.GetAsync(token));
        Assert.Equal(ServiceFailureKind.Unauthorized, failure.Kind);
    }

    [Fact]
    public async Task A_malformed_account_is_an_invalid_request()
    {
        await using var emulator = await EmulatorServer.StartAsync();
        using var portal = emulator.CreatePortal();

        var failure = await Assert.ThrowsAsync<ServiceFailureException>(
            () => portal.GetRoleCredentialsAsync(emulator.IssueToken().AccessToken, "42", "Developer", CancellationToken.None));

        Assert.Equal(ServiceFailureKind.InvalidRequest, failure.Kind);
    }

    [Fact]
    public async Task Calls_at_the_same_time_do_not_mix_up_their_answers()
    {
        await using var emulator = await EmulatorServer.StartAsync();
        emulator.Faults.DenyRole(EmulatorExtensions.AccountId, "ReadOnly");
        using var portal = emulator.CreatePortal();
        var token = emulator.IssueToken().AccessToken;

        var kinds = await Task.WhenAll(Enumerable.Range(0, 60).Select(async i => (i % 3, await KindAsync(i % 3))));

        Assert.All(kinds, k => Assert.Equal(
            k.Item1 switch { 0 => null, 1 => ServiceFailureKind.Forbidden, _ => ServiceFailureKind.Unauthorized }, k.Item2));

        async Task<ServiceFailureKind?> KindAsync(int which)
        {
            try
            {
                await portal.GetRoleCredentialsAsync(
                    which == 2 ? "unknown" : token, EmulatorExtensions.AccountId, which == 1 ? "ReadOnly" : "Developer", CancellationToken.None);
                return null;
            }
            catch (ServiceFailureException failure)
            {
                return failure.Kind;
            }
        }
    }

    private sealed class LateClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddDays(2);
    }
}
