using Amazon;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SSO;
using Amazon.SSO.Model;
using Amazon.SSOOIDC;

namespace IdentityCenterEmulator.Tests;

/// <summary>The real clients, aimed at an emulator, without retries: a test counts every call.</summary>
internal static class EmulatorClients
{
    public static AmazonSSOOIDCClient Oidc(EmulatorServer server) => new(new AnonymousAWSCredentials(), Configure(new AmazonSSOOIDCConfig(), server));

    public static AmazonSSOClient Portal(EmulatorServer server) => new(new AnonymousAWSCredentials(), Configure(new AmazonSSOConfig(), server));

    public static AmazonSecurityTokenServiceClient Sts(EmulatorServer server, RoleCredentials keys) =>
        Sts(server, keys.AccessKeyId, keys.SecretAccessKey, keys.SessionToken);

    public static AmazonSecurityTokenServiceClient Sts(EmulatorServer server, string accessKeyId, string secretAccessKey, string sessionToken) =>
        new(new SessionAWSCredentials(accessKeyId, secretAccessKey, sessionToken), Configure(new AmazonSecurityTokenServiceConfig(), server));

    public static async Task<RoleCredentials> GetKeysAsync(EmulatorServer server, string accountId = "111122223333", string roleName = "Developer")
    {
        using var portal = Portal(server);
        var request = new GetRoleCredentialsRequest { AccessToken = server.IssueToken().AccessToken, AccountId = accountId, RoleName = roleName };
        return (await portal.GetRoleCredentialsAsync(request)).RoleCredentials;
    }

    private static T Configure<T>(T config, EmulatorServer server)
        where T : ClientConfig
    {
        config.ServiceURL = server.Url.AbsoluteUri;
        config.AuthenticationRegion = RegionEndpoint.USEast1.SystemName;
        config.MaxErrorRetry = 0;
        return config;
    }
}
