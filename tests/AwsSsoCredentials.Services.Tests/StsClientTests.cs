using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Services.Tests.Support;
using IdentityCenterEmulator;

namespace AwsSsoCredentials.Services.Tests;

public sealed class StsClientTests
{
    [Fact]
    public async Task The_keys_of_the_portal_tell_who_they_belong_to()
    {
        await using var emulator = await EmulatorServer.StartAsync();
        using var portal = emulator.CreatePortal();
        using var sts = emulator.Sts();
        var keys = await portal.GetAsync(emulator.IssueToken().AccessToken);

        var caller = await sts.GetCallerIdentityAsync(keys.AccessKeyId, keys.SecretAccessKey, keys.SessionToken, CancellationToken.None);

        Assert.Equal(EmulatorExtensions.AccountId, caller.AccountId);
        Assert.Contains("assumed-role/AWSReservedSSO_Developer_", caller.Arn, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "96")]
    public async Task Case_96_A_changed_secret_is_forbidden_and_does_not_show()
    {
        await using var emulator = await EmulatorServer.StartAsync();
        using var portal = emulator.CreatePortal();
        using var sts = emulator.Sts();
        var keys = await portal.GetAsync(emulator.IssueToken().AccessToken);

        var failure = await Assert.ThrowsAsync<ServiceFailureException>(
            () => sts.GetCallerIdentityAsync(keys.AccessKeyId, keys.SecretAccessKey + "x", keys.SessionToken, CancellationToken.None));

        Assert.Equal(ServiceFailureKind.Forbidden, failure.Kind);
        Assert.Contains("HTTP 403 SignatureDoesNotMatch", failure.Message, StringComparison.Ordinal);
        EmulatorExtensions.AssertClean(failure, keys.SecretAccessKey, keys.SessionToken);
    }

    [Fact]
    public async Task A_server_error_is_one()
    {
        await using var emulator = await EmulatorServer.StartAsync();
        emulator.Faults.Set(EmulatorOperation.GetCallerIdentity, EmulatorFault.Status(503, "ServiceUnavailable"));
        using var sts = emulator.Sts();

        var failure = await Assert.ThrowsAsync<ServiceFailureException>(
            () => sts.GetCallerIdentityAsync("ASIAAAAAAAAAAAAAAAAA", "the-secret-key", "the-session-token", CancellationToken.None));

        Assert.Equal(ServiceFailureKind.ServerError, failure.Kind);
        Assert.Contains("HTTP 503 ServiceUnavailable", failure.Message, StringComparison.Ordinal);
    }
}
