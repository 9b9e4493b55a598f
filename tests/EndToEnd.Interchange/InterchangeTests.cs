using EndToEnd.Interchange.Support;
using EndToEnd.Support;
using IdentityCenterEmulator;

namespace EndToEnd.Interchange;

/// <summary>One token cache for two: a real client of AWS's own, and ours. The .NET SDK's turn is in <c>SdkInterchangeTests</c>.</summary>
public sealed class InterchangeTests : IDisposable
{
    private const string Arn = "arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Developer_";

    private readonly AwsHome _home = new();

    public void Dispose() => _home.Dispose();

    [JavaScriptFact]
    public Task The_JavaScript_SDK_and_we_use_and_refresh_what_the_other_wrote() => UseAndRefreshInTurnsAsync(JavaScriptSdk.IdentityAsync);

    [AwsCliFact]
    public Task The_AWS_CLI_and_we_use_and_refresh_what_the_other_wrote() => UseAndRefreshInTurnsAsync(AwsCli.IdentityAsync);

    // Refresh tokens rotate: who refreshed with one that was spent would fail.
    private async Task UseAndRefreshInTurnsAsync(Func<AwsHome, EmulatorServer, string, Task<ProcessResult>> identityAsync)
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(
            new EmulatorOptions { SignIn = EmulatorSignIn.AutoApprove, PollInterval = TimeSpan.Zero });
        ProcessResult login = await WorkerProcess.RunAsync(_home, emulator, "login", "dev", "DeviceCode", "60");
        Assert.True(login.ExitCode == 0, login.All);
        string token = Assert.Single(_home.Tokens());

        await ExpectAsync(refreshes: 0, TheyAsync);
        TokenFile.MakeDue(token, TimeSpan.FromMinutes(2));
        await ExpectAsync(refreshes: 1, TheyAsync);
        await ExpectAsync(refreshes: 0, WeAsync);
        TokenFile.MakeDue(token, TimeSpan.FromMinutes(2));
        await ExpectAsync(refreshes: 1, WeAsync);
        await ExpectAsync(refreshes: 0, TheyAsync);
        TokenFile.MakeDue(token, TimeSpan.FromMinutes(-1));
        await ExpectAsync(refreshes: 1, TheyAsync);
        TokenFile.MakeDue(token, TimeSpan.FromMinutes(-1));
        await ExpectAsync(refreshes: 1, WeAsync);
        await ExpectAsync(refreshes: 0, TheyAsync);

        async Task TheyAsync()
        {
            ProcessResult result = await identityAsync(_home, emulator, "dev");
            Assert.True(result.ExitCode == 0, result.All);
            Assert.StartsWith(Arn, result.Output, StringComparison.Ordinal);
        }

        async Task WeAsync()
        {
            ProcessResult result = await WorkerProcess.RunAsync(_home, emulator, "generate", "dev");
            Assert.True(result.ExitCode == 0, result.All);
        }

        async Task ExpectAsync(int refreshes, Func<Task> act)
        {
            string before = TokenFile.Read(token, "accessToken");
            emulator.Calls.Reset();
            await act();
            Assert.Equal(refreshes, emulator.Calls.Count(EmulatorOperation.CreateToken));
            Assert.Equal(1, emulator.Calls.Recorded.Count(call => call is { Operation: EmulatorOperation.GetRoleCredentials, Status: 200 }));
            Assert.Equal(refreshes == 0, before == TokenFile.Read(token, "accessToken"));
        }
    }
}
