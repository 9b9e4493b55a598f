using Amazon.Runtime;
using Amazon.SecurityToken.Model;

namespace IdentityCenterEmulator.Tests.Sts;

public class CallerIdentityTests
{
    [Fact]
    public async Task The_real_client_is_told_account_role_and_user()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var sts = EmulatorClients.Sts(server, await EmulatorClients.GetKeysAsync(server, "012345678901", "Administrator"));

        var identity = await sts.GetCallerIdentityAsync(new GetCallerIdentityRequest());

        Assert.Equal("012345678901", identity.Account);
        Assert.Matches("^arn:aws:sts::012345678901:assumed-role/AWSReservedSSO_Administrator_[0-9a-f]{16}/dev\\.user@example\\.com$", identity.Arn);
        Assert.Matches("^AROA[A-Z0-9]{17}:dev\\.user@example\\.com$", identity.UserId);
    }

    [Fact]
    public async Task A_role_with_unusual_characters_is_named_unchanged()
    {
        await using var server = await EmulatorServer.StartAsync();
        using var sts = EmulatorClients.Sts(server, await EmulatorClients.GetKeysAsync(server, roleName: "Power+User@dev"));

        var identity = await sts.GetCallerIdentityAsync(new GetCallerIdentityRequest());

        Assert.Contains("assumed-role/AWSReservedSSO_Power+User@dev_", identity.Arn, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "InvalidClientTokenId")]
    [InlineData(1, "SignatureDoesNotMatch")]
    [InlineData(2, "InvalidClientTokenId")]
    public async Task One_changed_character_of_any_part_of_the_triple_is_refused(int part, string errorCode)
    {
        await using var server = await EmulatorServer.StartAsync();
        var keys = await EmulatorClients.GetKeysAsync(server);
        var triple = new[] { keys.AccessKeyId, keys.SecretAccessKey, keys.SessionToken };
        triple[part] = ChangeOneCharacter(triple[part]);
        using var sts = EmulatorClients.Sts(server, triple[0], triple[1], triple[2]);

        var exception = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => sts.GetCallerIdentityAsync(new GetCallerIdentityRequest()));

        Assert.Equal(errorCode, exception.ErrorCode);
        Assert.Equal(403, (int)exception.StatusCode);
    }

    [Fact]
    public async Task The_parts_of_two_triples_do_not_mix()
    {
        await using var server = await EmulatorServer.StartAsync();
        var first = await EmulatorClients.GetKeysAsync(server);
        var second = await EmulatorClients.GetKeysAsync(server);
        using var sts = EmulatorClients.Sts(server, first.AccessKeyId, first.SecretAccessKey, second.SessionToken);

        var exception = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => sts.GetCallerIdentityAsync(new GetCallerIdentityRequest()));

        Assert.Equal("InvalidClientTokenId", exception.ErrorCode);
    }

    [Fact]
    public async Task Expired_keys_are_refused_as_expired()
    {
        var clock = new FakeClock();
        var options = new EmulatorOptions { TimeProvider = clock, RoleCredentialsLifetime = TimeSpan.FromMinutes(5) };
        await using var server = await EmulatorServer.StartAsync(options);
        using var sts = EmulatorClients.Sts(server, await EmulatorClients.GetKeysAsync(server));
        clock.Advance(TimeSpan.FromMinutes(5));

        var exception = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => sts.GetCallerIdentityAsync(new GetCallerIdentityRequest()));

        Assert.Equal("ExpiredToken", exception.ErrorCode);
    }

    private static string ChangeOneCharacter(string text) =>
        text[..10] + (char)(text[10] == 'Z' ? 'Y' : 'Z') + text[11..];
}
