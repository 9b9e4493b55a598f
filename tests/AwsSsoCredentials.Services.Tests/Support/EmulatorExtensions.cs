using AwsSsoCredentials.Services.Contracts;
using IdentityCenterEmulator;

namespace AwsSsoCredentials.Services.Tests.Support;

/// <summary>Clients of an emulator, and what they throw.</summary>
internal static class EmulatorExtensions
{
    public const string AccountId = "111122223333";
    public const string RoleName = "Developer";

    public static ServiceConnection Connection(this EmulatorServer emulator) => new(emulator.Url, "eu-west-1");

    public static ISsoPortal CreatePortal(this EmulatorServer emulator, TimeSpan? callTimeout = null, TimeProvider? clock = null) =>
        new ServiceFactory(clock ?? TimeProvider.System).CreatePortal(
            callTimeout is null ? emulator.Connection() : emulator.Connection() with { CallTimeout = callTimeout.Value });

    public static ISsoOidc Oidc(this EmulatorServer emulator) => new ServiceFactory(TimeProvider.System).CreateOidc(emulator.Connection());

    public static IStsClient Sts(this EmulatorServer emulator) => new ServiceFactory(TimeProvider.System).CreateSts(emulator.Connection());

    public static Task<PortalRoleCredentials> GetAsync(this ISsoPortal portal, string accessToken) =>
        portal.GetRoleCredentialsAsync(accessToken, AccountId, RoleName, CancellationToken.None);

    /// <summary>Sets a fault, asks for role credentials with a valid token and hands back the failure, which holds no secret.</summary>
    public static async Task<ServiceFailureException> FailAsync(EmulatorFault fault, TimeSpan? callTimeout = null)
    {
        await using var emulator = await EmulatorServer.StartAsync();
        var token = emulator.IssueToken().AccessToken;
        emulator.Faults.Set(EmulatorOperation.GetRoleCredentials, fault);
        using var portal = emulator.CreatePortal(callTimeout);
        var failure = await Assert.ThrowsAsync<ServiceFailureException>(() => portal.GetAsync(token));
        AssertClean(failure, token);
        Assert.Equal("GetRoleCredentials", failure.Operation);
        Assert.Equal(emulator.Url, failure.Endpoint);
        Assert.Equal(1, emulator.Calls.Count(EmulatorOperation.GetRoleCredentials));
        return failure;
    }

    /// <summary>One bounded line, no inner exception, no data, no secret.</summary>
    public static void AssertClean(Exception failure, params string?[] secrets)
    {
        Assert.DoesNotContain('\n', failure.Message);
        Assert.DoesNotContain('\r', failure.Message);
        Assert.InRange(failure.Message.Length, 1, 600);
        Assert.Null(failure.InnerException);
        Assert.Empty(failure.Data);
        foreach (var secret in secrets)
        {
            Assert.DoesNotContain(secret!, failure.ToString(), StringComparison.Ordinal);
        }
    }
}
