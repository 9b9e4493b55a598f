using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.SharedInterfaces;
using Amazon.SSOOIDC;
using Amazon.Util;
using Amazon.Util.Internal;
using IdentityCenterEmulator;
using SdkToken = Amazon.Runtime.Credentials.Internal.SsoToken;

namespace AwsSsoCredentials.Tests.Tokens;

/// <summary>One cache for two: the .NET SDK's own token manager and ours, on one folder.</summary>
public sealed class SdkInterchangeTests
{
    [Fact]
    public async Task Either_uses_and_refreshes_what_the_other_wrote()
    {
        await using var room = await TokenRoom.WithEmulatorAsync(options =>
        {
            options.SignIn = EmulatorSignIn.AutoApprove;

            // The SDK refreshes by the real clock, with 6 minutes left.
            options.AccessTokenLifetime = TimeSpan.FromMinutes(5);
        });
        using var client = new AmazonSSOOIDCClient(
            new AnonymousAWSCredentials(), new AmazonSSOOIDCConfig { ServiceURL = room.Emulator.Url.AbsoluteUri });
        var loggedIn = await room.Login.LoginAsync(
            TokenRoom.Session, "dev", new LoginSsoSettings { Flow = SsoLoginFlow.DeviceCode }, true, null, CancellationToken.None);

        // The SDK refreshes and writes.
        room.Emulator.Faults.AccessTokenLifetime = TimeSpan.FromHours(1);
        var theirs = await AskSdkAsync(room, client);
        Assert.NotEqual(loggedIn.AccessToken, theirs.AccessToken);
        Assert.Contains("\n", File.ReadAllText(room.TokenPath), StringComparison.Ordinal);

        // We use that, then refresh and write.
        Assert.Equal(theirs.AccessToken, (await room.GetAsync()).AccessToken);
        room.Clock.Advance(TimeSpan.FromMinutes(50));
        var ours = await room.GetAsync();
        Assert.NotEqual(theirs.AccessToken, ours.AccessToken);

        // And the SDK uses that.
        Assert.Equal(ours.AccessToken, (await AskSdkAsync(room, client)).AccessToken);
    }

    private static Task<SdkToken> AskSdkAsync(TokenRoom room, ICoreAmazonSSOOIDC client) =>
        new SSOTokenManager(client, new SSOTokenFileCache(CryptoUtilFactory.CryptoInstance, new FileRetriever(), new DirectoryRetriever()))
            .GetTokenAsync(
                new SSOTokenManagerGetTokenOptions
                {
                    ClientName = "interchange",
                    Region = "us-east-1",
                    Session = TokenRoom.Session.Name,
                    StartUrl = TokenRoom.StartUrl,
                    Scopes = ["sso:account:access"],
                    CacheFolderLocation = room.CacheFolder,
                },
                CancellationToken.None);
}
