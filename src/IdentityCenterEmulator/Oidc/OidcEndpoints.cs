using System.Text.Json.Nodes;
using IdentityCenterEmulator.Http;
using IdentityCenterEmulator.State;
using Microsoft.AspNetCore.Http;

namespace IdentityCenterEmulator.Oidc;

/// <summary>The JSON operations of the OIDC service.</summary>
internal sealed class OidcEndpoints(EmulatorState state, Func<Uri> url)
{
    public async Task RegisterClientAsync(HttpContext context)
    {
        var request = await JsonRequest.ReadAsync(context);
        var name = request.Required("clientName");
        if (request.Required("clientType") != "public")
        {
            throw OidcError.InvalidClientMetadata("clientType must be public");
        }

        var grantTypes = request.Strings("grantTypes");
        if (grantTypes.Any(type => type is not (GrantType.AuthorizationCode or GrantType.DeviceCode or GrantType.RefreshToken)))
        {
            throw OidcError.UnsupportedGrantType("A grant type is unknown");
        }

        var redirectUris = request.Strings("redirectUris");
        if (redirectUris.Any(uri => !RedirectUri.TryParse(uri, out _)))
        {
            throw OidcError.InvalidRedirectUri("A redirect URI is not http on a loopback address");
        }

        var issuerUrl = request.Optional("issuerUrl");
        if (grantTypes.Contains(GrantType.AuthorizationCode) && (redirectUris.Count == 0 || string.IsNullOrEmpty(issuerUrl)))
        {
            throw OidcError.InvalidRequest("The authorization code grant needs redirectUris and issuerUrl");
        }

        CheckStartUrl(issuerUrl);
        var client = state.Clients.Register(name, request.Strings("scopes"), grantTypes, redirectUris, issuerUrl);
        await Answer.JsonAsync(context, new JsonObject
        {
            ["clientId"] = client.ClientId,
            ["clientSecret"] = client.ClientSecret,
            ["clientIdIssuedAt"] = client.IssuedAt.ToUnixTimeSeconds(),
            ["clientSecretExpiresAt"] = client.ExpiresAt.ToUnixTimeSeconds(),
        });
    }

    public async Task StartDeviceAuthorizationAsync(HttpContext context)
    {
        var request = await JsonRequest.ReadAsync(context);
        var client = state.Clients.Authenticate(request.Required("clientId"), request.Required("clientSecret"));
        var startUrl = request.Required("startUrl");
        CheckStartUrl(startUrl);
        CheckGrantType(client, GrantType.DeviceCode);

        var authorization = state.Devices.Start(client, startUrl);
        var page = new Uri(url(), "device").AbsoluteUri;
        await Answer.JsonAsync(context, new JsonObject
        {
            ["deviceCode"] = authorization.DeviceCode,
            ["userCode"] = authorization.UserCode,
            ["verificationUri"] = page,
            ["verificationUriComplete"] = $"{page}?user_code={authorization.UserCode}",
            ["expiresIn"] = (int)(authorization.ExpiresAt - state.Clock.GetUtcNow()).TotalSeconds,
            ["interval"] = (int)authorization.PollInterval.TotalSeconds,
        });
    }

    public async Task CreateTokenAsync(HttpContext context)
    {
        var request = await JsonRequest.ReadAsync(context);
        var grantType = request.Required("grantType");
        if (grantType is not (GrantType.AuthorizationCode or GrantType.DeviceCode or GrantType.RefreshToken))
        {
            throw OidcError.UnsupportedGrantType("The grant type is unknown");
        }

        CallContext.Of(context)?.Entry.Update(call => call with { GrantType = grantType });
        var client = state.Clients.Authenticate(request.Required("clientId"), request.Required("clientSecret"));
        CheckGrantType(client, grantType);
        var tokens = grantType switch
        {
            GrantType.DeviceCode => RedeemDeviceCode(client, request),
            GrantType.AuthorizationCode => RedeemAuthorizationCode(client, request),
            _ => state.Sessions.Refresh(client, request.Required("refreshToken")),
        };
        var answer = new JsonObject
        {
            ["accessToken"] = tokens.AccessToken,
            ["tokenType"] = "Bearer",
            ["expiresIn"] = (int)tokens.Lifetime.TotalSeconds,
        };
        if (tokens.RefreshToken is not null)
        {
            answer["refreshToken"] = tokens.RefreshToken;
        }

        await Answer.JsonAsync(context, answer);
    }

    private TokenSet RedeemDeviceCode(ClientRegistration client, JsonRequest request)
    {
        state.Devices.Redeem(client, request.Required("deviceCode"));
        return state.Sessions.Open(client, IsRefreshable(client));
    }

    private TokenSet RedeemAuthorizationCode(ClientRegistration client, JsonRequest request)
    {
        state.Authorizations.Redeem(client, request.Required("code"), request.Required("redirectUri"), request.Required("codeVerifier"));
        return state.Sessions.Open(client, IsRefreshable(client));
    }

    /// <summary>A client without scopes is one of the legacy form, whose tokens come without a refresh token.</summary>
    private static bool IsRefreshable(ClientRegistration client) => client.Scopes.Count > 0 && client.Allows(GrantType.RefreshToken);

    private static void CheckGrantType(ClientRegistration client, string grantType)
    {
        if (!client.Allows(grantType))
        {
            throw OidcError.UnauthorizedClient("The client is not registered for this grant type");
        }
    }

    private void CheckStartUrl(string? startUrl)
    {
        var accepted = state.Options.StartUrls;
        if (startUrl is not null && accepted.Count > 0 && !accepted.Contains(startUrl))
        {
            throw OidcError.InvalidRequest("Invalid start url provided");
        }
    }
}
