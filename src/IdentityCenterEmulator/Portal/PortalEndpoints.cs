using System.Text.Json.Nodes;
using IdentityCenterEmulator.Http;
using IdentityCenterEmulator.Options;
using IdentityCenterEmulator.State;
using Microsoft.AspNetCore.Http;

namespace IdentityCenterEmulator.Portal;

/// <summary>The operations of the portal.</summary>
internal sealed class PortalEndpoints(EmulatorState state)
{
    private const string TokenHeader = "x-amz-sso_bearer_token";

    public Task GetRoleCredentialsAsync(HttpContext context)
    {
        Authenticate(context);
        var accountId = AccountId(context);
        var roleName = Required(context, "role_name");

        // The service tells a misspelt account from an unassigned role as little as this does.
        var isAssigned = FindAccount(accountId)?.Roles.Contains(roleName, StringComparer.Ordinal) == true;
        if (!isAssigned || state.Faults.IsDenied(accountId, roleName))
        {
            throw PortalError.Forbidden();
        }

        var credentials = state.Credentials.Issue(accountId, roleName);
        return Answer.JsonAsync(context, new JsonObject
        {
            ["roleCredentials"] = new JsonObject
            {
                ["accessKeyId"] = credentials.AccessKeyId,
                ["secretAccessKey"] = credentials.SecretAccessKey,
                ["sessionToken"] = credentials.SessionToken,
                ["expiration"] = credentials.Expiration.ToUnixTimeMilliseconds(),
            },
        });
    }

    public Task ListAccountsAsync(HttpContext context)
    {
        Authenticate(context);
        var (accounts, nextToken) = PageRequest.Parse(context.Request.Query, "accounts", state.Options.PageSize).Cut([.. state.Options.Accounts]);
        return ListAsync(context, nextToken, "accountList", accounts.Select(account => new JsonObject
        {
            ["accountId"] = account.AccountId,
            ["accountName"] = account.AccountName,
            ["emailAddress"] = account.EmailAddress,
        }));
    }

    public Task ListAccountRolesAsync(HttpContext context)
    {
        Authenticate(context);
        var account = FindAccount(AccountId(context)) ?? throw PortalError.ResourceNotFound("Account not found");
        var (roles, nextToken) = PageRequest.Parse(context.Request.Query, account.AccountId, state.Options.PageSize).Cut(account.Roles);
        return ListAsync(context, nextToken, "roleList", roles.Select(role => new JsonObject
        {
            ["roleName"] = role,
            ["accountId"] = account.AccountId,
        }));
    }

    public Task LogoutAsync(HttpContext context)
    {
        state.Sessions.End(Authenticate(context));
        return Answer.WriteAsync(context, StatusCodes.Status200OK, contentType: null, "");
    }

    private string Authenticate(HttpContext context)
    {
        var token = context.Request.Headers[TokenHeader].ToString();
        return state.Sessions.IsValid(token) ? token : throw PortalError.Unauthorized();
    }

    private EmulatorAccount? FindAccount(string accountId) => state.Options.Accounts.FirstOrDefault(account => account.AccountId == accountId);

    private static string AccountId(HttpContext context)
    {
        var accountId = Required(context, "account_id");
        return OptionsValidation.IsAccountId(accountId) ? accountId : throw PortalError.InvalidRequest("account_id is not twelve digits");
    }

    private static string Required(HttpContext context, string name) =>
        context.Request.Query[name].ToString() is { Length: > 0 } value ? value : throw PortalError.InvalidRequest($"{name} is missing");

    private static Task ListAsync(HttpContext context, string? nextToken, string name, IEnumerable<JsonObject> items)
    {
        var answer = new JsonObject { [name] = new JsonArray([.. items]) };
        if (nextToken is not null)
        {
            answer["nextToken"] = nextToken;
        }

        return Answer.JsonAsync(context, answer);
    }
}
