using Amazon.SSO.Model;
using Amazon.SSOOIDC.Model;

namespace IdentityCenterEmulator.Tests.Oidc;

public class RefreshTests
{
    [Fact]
    public async Task Rotation_spends_the_old_refresh_token()
    {
        await using var server = await StartAsync(RefreshTokenMode.Rotate);
        using var session = await OidcSession.RegisterAsync(server);
        var first = await session.SignInAsync(server);

        var second = await session.RefreshAsync(first.RefreshToken);
        var exception = await Assert.ThrowsAsync<InvalidGrantException>(() => session.RefreshAsync(first.RefreshToken));
        var third = await session.RefreshAsync(second.RefreshToken);

        Assert.Equal(3, new[] { first, second, third }.Select(token => token.RefreshToken).Distinct().Count());
        Assert.Equal(3, new[] { first, second, third }.Select(token => token.AccessToken).Distinct().Count());
        Assert.Equal("invalid_grant", exception.Error);
    }

    [Fact]
    public async Task The_same_token_again_stays_good()
    {
        await using var server = await StartAsync(RefreshTokenMode.Same);
        using var session = await OidcSession.RegisterAsync(server);
        var first = await session.SignInAsync(server);

        var second = await session.RefreshAsync(first.RefreshToken);
        var third = await session.RefreshAsync(first.RefreshToken);

        Assert.Equal(first.RefreshToken, second.RefreshToken);
        Assert.NotEqual(second.AccessToken, third.AccessToken);
    }

    [Fact]
    public async Task No_new_token_leaves_the_member_out()
    {
        await using var server = await StartAsync(RefreshTokenMode.None);
        using var session = await OidcSession.RegisterAsync(server);
        var first = await session.SignInAsync(server);

        var second = await session.RefreshAsync(first.RefreshToken);

        Assert.NotNull(first.RefreshToken);
        Assert.Null(second.RefreshToken);
    }

    [Fact]
    public async Task Of_many_at_once_exactly_one_spends_a_rotating_token()
    {
        await using var server = await StartAsync(RefreshTokenMode.Rotate);
        using var session = await OidcSession.RegisterAsync(server);
        var token = await session.SignInAsync(server);
        server.Calls.Reset();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => TryRefreshAsync(session, token.RefreshToken)));

        Assert.Single(outcomes, succeeded => succeeded);
        Assert.Equal(50, server.Calls.Count(EmulatorOperation.CreateToken));
        Assert.Single(server.Calls.Recorded, call => call is { Status: 200, GrantType: "refresh_token" });
    }

    [Fact]
    public async Task A_revoked_refresh_token_is_an_invalid_grant()
    {
        await using var server = await StartAsync(RefreshTokenMode.Rotate);
        using var session = await OidcSession.RegisterAsync(server);
        var token = await session.SignInAsync(server);
        server.RevokeRefreshToken(token.RefreshToken);

        await Assert.ThrowsAsync<InvalidGrantException>(() => session.RefreshAsync(token.RefreshToken));
    }

    [Fact]
    public async Task A_refresh_token_is_no_good_for_another_client()
    {
        await using var server = await StartAsync(RefreshTokenMode.Rotate);
        using var owner = await OidcSession.RegisterAsync(server);
        using var other = await OidcSession.RegisterAsync(server);
        var token = await owner.SignInAsync(server);

        await Assert.ThrowsAsync<InvalidGrantException>(() => other.RefreshAsync(token.RefreshToken));
    }

    [Fact]
    public async Task A_logout_ends_the_refresh_token_too()
    {
        await using var server = await StartAsync(RefreshTokenMode.Rotate);
        using var session = await OidcSession.RegisterAsync(server);
        using var portal = EmulatorClients.Portal(server);
        var token = await session.SignInAsync(server);

        await portal.LogoutAsync(new LogoutRequest { AccessToken = token.AccessToken });

        await Assert.ThrowsAsync<InvalidGrantException>(() => session.RefreshAsync(token.RefreshToken));
    }

    [Fact]
    public async Task A_seeded_session_can_be_refreshed_by_the_client_that_comes_with_it()
    {
        await using var server = await StartAsync(RefreshTokenMode.Rotate);
        using var oidc = EmulatorClients.Oidc(server);
        var token = server.IssueToken(lifetime: TimeSpan.FromSeconds(-1));

        var refreshed = await oidc.CreateTokenAsync(new CreateTokenRequest { ClientId = token.ClientId, ClientSecret = token.ClientSecret, GrantType = "refresh_token", RefreshToken = token.RefreshToken });

        Assert.Equal(3600, refreshed.ExpiresIn);
    }

    private static Task<EmulatorServer> StartAsync(RefreshTokenMode mode) =>
        EmulatorServer.StartAsync(new EmulatorOptions { SignIn = EmulatorSignIn.AutoApprove, RefreshTokenMode = mode });

    private static async Task<bool> TryRefreshAsync(OidcSession session, string refreshToken)
    {
        try
        {
            await session.RefreshAsync(refreshToken);
            return true;
        }
        catch (InvalidGrantException)
        {
            return false;
        }
    }
}
