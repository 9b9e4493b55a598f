using System.Net;
using System.Net.Sockets;
using Amazon.SSOOIDC.Model;

namespace IdentityCenterEmulator.Tests;

public class EmulatorServerTests
{
    [Fact]
    public async Task It_listens_on_a_free_loopback_port_and_names_it_in_the_environment()
    {
        await using var server = await EmulatorServer.StartAsync();

        Assert.Equal("127.0.0.1", server.Url.Host);
        Assert.NotEqual(0, server.Url.Port);
        Assert.Equal(["AWS_ENDPOINT_URL_SSO", "AWS_ENDPOINT_URL_SSO_OIDC", "AWS_ENDPOINT_URL_STS"], server.Environment.Keys.Order(StringComparer.Ordinal));
        Assert.All(server.Environment.Values, value => Assert.Equal($"http://127.0.0.1:{server.Url.Port}", value));
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    [InlineData("192.0.2.1")]
    public async Task An_address_that_is_not_loopback_is_refused(string address)
    {
        var exception = await Assert.ThrowsAsync<EmulatorOptionsException>(() => EmulatorServer.StartAsync(new EmulatorOptions { Address = IPAddress.Parse(address) }));

        Assert.Contains($"address {address} is not a loopback address", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_an_io_error_that_names_it()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var exception = await Assert.ThrowsAsync<IOException>(() => EmulatorServer.StartAsync(new EmulatorOptions { Port = port }));

        Assert.Contains($"127.0.0.1:{port}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Device_sign_in_to_caller_identity_works_with_the_real_clients()
    {
        await using var server = await EmulatorServer.StartAsync(new EmulatorOptions { SignIn = EmulatorSignIn.AutoApprove });
        using var oidc = EmulatorClients.Oidc(server);
        using var portal = EmulatorClients.Portal(server);

        var client = await oidc.RegisterClientAsync(new RegisterClientRequest { ClientName = "test", ClientType = "public", Scopes = ["sso:account:access"] });
        var device = await oidc.StartDeviceAuthorizationAsync(new StartDeviceAuthorizationRequest { ClientId = client.ClientId, ClientSecret = client.ClientSecret, StartUrl = "https://d-0123456789.awsapps.com/start" });
        var token = await oidc.CreateTokenAsync(new CreateTokenRequest { ClientId = client.ClientId, ClientSecret = client.ClientSecret, GrantType = "urn:ietf:params:oauth:grant-type:device_code", DeviceCode = device.DeviceCode });
        var keys = await portal.GetRoleCredentialsAsync(new Amazon.SSO.Model.GetRoleCredentialsRequest { AccessToken = token.AccessToken, AccountId = "111122223333", RoleName = "ReadOnly" });
        using var sts = EmulatorClients.Sts(server, keys.RoleCredentials);
        var identity = await sts.GetCallerIdentityAsync(new Amazon.SecurityToken.Model.GetCallerIdentityRequest());

        Assert.Equal("111122223333", identity.Account);
        Assert.Equal(5, server.Calls.Total);
        Assert.All(server.Calls.Recorded, call => Assert.Equal(200, call.Status));
    }
}
