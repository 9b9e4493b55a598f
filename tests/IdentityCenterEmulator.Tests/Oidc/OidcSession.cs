using Amazon.SSOOIDC;
using Amazon.SSOOIDC.Model;

namespace IdentityCenterEmulator.Tests.Oidc;

/// <summary>A registered client with the calls that most tests of the flows make.</summary>
internal sealed class OidcSession : IDisposable
{
    public const string StartUrl = "https://d-0123456789.awsapps.com/start";

    private OidcSession(AmazonSSOOIDCClient oidc, RegisterClientResponse registration)
    {
        Oidc = oidc;
        Registration = registration;
    }

    public AmazonSSOOIDCClient Oidc { get; }

    public RegisterClientResponse Registration { get; }

    public static async Task<OidcSession> RegisterAsync(EmulatorServer server, Action<RegisterClientRequest>? change = null)
    {
        var oidc = EmulatorClients.Oidc(server);
        var request = new RegisterClientRequest { ClientName = "a <client>", ClientType = "public", Scopes = ["sso:account:access"] };
        change?.Invoke(request);
        return new OidcSession(oidc, await oidc.RegisterClientAsync(request));
    }

    public static Task<OidcSession> RegisterForCodeAsync(EmulatorServer server) => RegisterAsync(server, request =>
    {
        request.GrantTypes = ["authorization_code", "refresh_token"];
        request.RedirectUris = ["http://127.0.0.1/oauth/callback"];
        request.IssuerUrl = StartUrl;
    });

    public Task<StartDeviceAuthorizationResponse> StartAsync(string startUrl = StartUrl) =>
        Oidc.StartDeviceAuthorizationAsync(new StartDeviceAuthorizationRequest { ClientId = Registration.ClientId, ClientSecret = Registration.ClientSecret, StartUrl = startUrl });

    public Task<CreateTokenResponse> PollAsync(string deviceCode) =>
        CreateTokenAsync("urn:ietf:params:oauth:grant-type:device_code", request => request.DeviceCode = deviceCode);

    public Task<CreateTokenResponse> RefreshAsync(string refreshToken) => CreateTokenAsync("refresh_token", request => request.RefreshToken = refreshToken);

    public Task<CreateTokenResponse> CreateTokenAsync(string grantType, Action<CreateTokenRequest> change)
    {
        var request = new CreateTokenRequest { ClientId = Registration.ClientId, ClientSecret = Registration.ClientSecret, GrantType = grantType };
        change(request);
        return Oidc.CreateTokenAsync(request);
    }

    public async Task<CreateTokenResponse> SignInAsync(EmulatorServer server)
    {
        var device = await StartAsync();
        if (server.Faults.SignIn == EmulatorSignIn.Page)
        {
            server.Approve(device.UserCode);
        }

        return await PollAsync(device.DeviceCode);
    }

    public void Dispose() => Oidc.Dispose();
}
