using Amazon.Runtime;
using Amazon.SSO;
using Amazon.SSO.Model;
using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Services.Http;

namespace AwsSsoCredentials.Services;

/// <summary>The portal on top of the AWS SDK.</summary>
internal sealed class PortalClient : ISsoPortal
{
    // The most that ListAccounts and ListAccountRoles give at once (botocore/data/sso/2019-06-10/service-2.json, MaxResultType).
    private const int MaxResults = 100;

    private readonly ServiceChannel _channel;
    private readonly TimeProvider _timeProvider;
    private readonly Lazy<AmazonSSOClient> _client;

    /// <summary>Makes the client, which from then on owns the channel.</summary>
    public PortalClient(ServiceChannel channel, TimeProvider timeProvider)
    {
        _channel = channel;
        _timeProvider = timeProvider;

        // Made within the first call: what the SDK finds fault with then fails that call, in words that a failure has.
        _client = new(() => new AmazonSSOClient(new AnonymousAWSCredentials(), channel.Configure(new AmazonSSOConfig())));
    }

    public Task<PortalRoleCredentials> GetRoleCredentialsAsync(
        string accessToken, string accountId, string roleName, CancellationToken cancellationToken) =>
        _channel.RunAsync(
            "GetRoleCredentials",
            [accessToken],
            stop => _client.Value.GetRoleCredentialsAsync(
                new GetRoleCredentialsRequest { AccessToken = accessToken, AccountId = accountId, RoleName = roleName }, stop),
            answer => Read(answer.RoleCredentials),
            cancellationToken);

    public Task<PortalPage<PortalAccount>> ListAccountsAsync(string accessToken, string? nextToken, CancellationToken cancellationToken) =>
        _channel.RunAsync(
            "ListAccounts",
            [accessToken],
            stop => _client.Value.ListAccountsAsync(
                new ListAccountsRequest { AccessToken = accessToken, NextToken = nextToken, MaxResults = MaxResults }, stop),
            answer => Page(
                answer.AccountList,
                account => new PortalAccount(
                    UnusableAnswerException.Require(account.AccountId, "accountId"), account.AccountName, account.EmailAddress),
                answer.NextToken),
            cancellationToken);

    public Task<PortalPage<PortalRole>> ListAccountRolesAsync(
        string accessToken, string accountId, string? nextToken, CancellationToken cancellationToken) =>
        _channel.RunAsync(
            "ListAccountRoles",
            [accessToken],
            stop => _client.Value.ListAccountRolesAsync(
                new ListAccountRolesRequest
                {
                    AccessToken = accessToken,
                    AccountId = accountId,
                    NextToken = nextToken,
                    MaxResults = MaxResults,
                },
                stop),
            answer => Page(
                answer.RoleList,
                role => new PortalRole(
                    role.AccountId is null || role.AccountId == accountId
                        ? accountId
                        : throw new UnusableAnswerException("names another account than the one that was asked for"),
                    UnusableAnswerException.Require(role.RoleName, "roleName")),
                answer.NextToken),
            cancellationToken);

    public Task LogoutAsync(string accessToken, CancellationToken cancellationToken) =>
        _channel.RunAsync(
            "Logout",
            [accessToken],
            stop => _client.Value.LogoutAsync(new LogoutRequest { AccessToken = accessToken }, stop),
            _ => true,
            cancellationToken);

    public void Dispose()
    {
        if (_client.IsValueCreated)
        {
            _client.Value.Dispose();
        }

        _channel.Dispose();
    }

    private static PortalPage<TItem> Page<TEntry, TItem>(List<TEntry>? entries, Func<TEntry, TItem> read, string? nextToken) =>
        new([.. (entries ?? []).Select(read)], string.IsNullOrEmpty(nextToken) ? null : nextToken);

    private PortalRoleCredentials Read(RoleCredentials? credentials)
    {
        if (credentials is null)
        {
            throw new UnusableAnswerException("lacks roleCredentials");
        }

        // Milliseconds, other than the seconds of RegisterClient (service-2.json, ExpirationTimestampType).
        var milliseconds = credentials.Expiration ?? throw new UnusableAnswerException("lacks expiration");
        if (milliseconds > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
        {
            throw new UnusableAnswerException("has an expiration beyond all calendars");
        }

        if (milliseconds <= _timeProvider.GetUtcNow().ToUnixTimeMilliseconds())
        {
            throw new UnusableAnswerException("has an expiration in the past; is the clock of this machine right?");
        }

        return new PortalRoleCredentials(
            UnusableAnswerException.RequireSecret(credentials.AccessKeyId, "accessKeyId"),
            UnusableAnswerException.RequireSecret(credentials.SecretAccessKey, "secretAccessKey"),
            UnusableAnswerException.RequireSecret(credentials.SessionToken, "sessionToken"),
            DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
    }
}
