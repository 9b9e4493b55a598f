using AwsSsoCredentials.Flows;
using AwsSsoCredentials.Tests.Support;
using IdentityCenterEmulator;

namespace AwsSsoCredentials.Tests.Flows;

public sealed class LoginFlowTests : IAsyncLifetime
{
    private readonly FlowFixture _fixture = new();

    public Task InitializeAsync() => _fixture.InitializeAsync();

    public Task DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task A_login_by_profile_lets_all_profiles_of_the_session_generate_credentials()
    {
        await LoginAsync("dev", Device());

        SsoCredentials credentials = await new GenerateFlow(_fixture.Rooms()).RunAsync("dev-readonly", new(), CancellationToken.None);

        Assert.Equal("ReadOnly", credentials.RoleName);
    }

    [Fact]
    public async Task A_login_leaves_the_config_file_as_it_is()
    {
        await LoginAsync("dev", Device());

        Assert.Equal(FlowFixture.Config, await File.ReadAllTextAsync(_fixture.ConfigPath));
    }

    [Fact]
    public async Task A_login_by_session_needs_no_profile()
    {
        await LoginAsync(null, Device("other"));

        SsoCredentials credentials = await new GenerateFlow(_fixture.Rooms()).RunAsync("elsewhere", new(), CancellationToken.None);

        Assert.Equal("Developer", credentials.RoleName);
    }

    [Fact]
    public async Task URL_and_code_are_printed()
    {
        _fixture.Emulator.Faults.SignIn = EmulatorSignIn.Page;
        Task login = LoginAsync("dev", Device());
        string code = await CodeAsync();
        _fixture.Emulator.Approve(code);
        await login;

        Assert.Contains(
            _fixture.Log.Informations,
            line => line.Contains(code, StringComparison.Ordinal) && line.Contains(_fixture.Emulator.Url.AbsoluteUri, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cached_token_that_is_good_makes_the_login_needless()
    {
        _fixture.LogIn();

        await LoginAsync("dev", Device());

        Assert.Equal(0, _fixture.Emulator.Calls.Total);
    }

    [Fact]
    public async Task Case_85_where_nobody_is_there_nothing_is_called()
    {
        var error = await Assert.ThrowsAsync<SsoLoginRequiredException>(() => LoginAsync("dev", new LoginSsoSettings { Interactive = false }));

        Assert.Contains("aws sso login --sso-session corp", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, _fixture.Emulator.Calls.Total);
    }

    [Fact]
    public async Task A_CI_system_counts_as_nobody()
    {
        var login = new LoginFlow(_fixture.Rooms(("GITHUB_ACTIONS", "true")));

        await Assert.ThrowsAsync<SsoLoginRequiredException>(() => login.RunAsync("dev", new LoginSsoSettings(), CancellationToken.None));
    }

    [Fact]
    public async Task A_profile_and_a_session_at_once_are_refused()
    {
        var error = await Assert.ThrowsAsync<SsoConfigurationException>(() => LoginAsync("dev", Device("corp")));

        Assert.Contains("LoginSsoSettings.Session", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_denies_the_request_gets_an_access_denied_error_and_no_token()
    {
        _fixture.Emulator.Faults.SignIn = EmulatorSignIn.AutoDeny;

        await Assert.ThrowsAsync<SsoAccessDeniedException>(() => LoginAsync("dev", Device()));

        await Assert.ThrowsAsync<SsoLoginRequiredException>(() =>
            new GenerateFlow(_fixture.Rooms()).RunAsync("dev", new(), CancellationToken.None));
    }

    private static LoginSsoSettings Device(string? session = null) =>
        new() { Session = session, Flow = SsoLoginFlow.DeviceCode, Interactive = true };

    private Task LoginAsync(string? profile, LoginSsoSettings settings) =>
        new LoginFlow(_fixture.Rooms()).RunAsync(profile, settings, CancellationToken.None);

    private async Task<string> CodeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            if (_fixture.Emulator.PendingUserCodes is [{ } code, ..])
            {
                return code;
            }

            await Task.Delay(10, patience.Token);
        }
    }
}
