using AwsSsoCredentials.Flows;
using AwsSsoCredentials.Tests.Support;
using IdentityCenterEmulator;

namespace AwsSsoCredentials.Tests.Flows;

public sealed class GenerateFlowTests : IAsyncLifetime
{
    private static readonly GenerateSsoCredentialsSettings ReuseDevKeys = new() { ReuseFrom = "dev-keys" };

    private static readonly SsoRole Deployer = new()
    {
        AccountId = "444455556666",
        RoleName = "Deployer",
        Session = "corp",
        StartUrl = "https://d-0123456789.awsapps.com/start",
        SsoRegion = "eu-central-1",
        Region = "us-east-2",
    };

    private readonly FlowFixture _fixture = new();

    public Task InitializeAsync() => _fixture.InitializeAsync();

    public Task DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Credentials_are_for_the_account_role_region_and_session_of_the_profile()
    {
        _fixture.LogIn();

        SsoCredentials credentials = await GenerateAsync("dev");

        Assert.Equal(
            ("dev", "111122223333", "Developer", "eu-west-1", "corp"),
            (credentials.Profile, credentials.AccountId, credentials.RoleName, credentials.Region, credentials.Session));
        Assert.StartsWith("ASIA", credentials.AccessKeyId, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.Zero, credentials.Expiration.Offset);
    }

    [Fact]
    public async Task Without_a_name_the_profile_is_the_one_of_AWS_PROFILE()
    {
        _fixture.LogIn();

        SsoCredentials credentials = await new GenerateFlow(_fixture.Rooms(("AWS_PROFILE", "dev-readonly")))
            .RunAsync(null, new(), CancellationToken.None);

        Assert.Equal("ReadOnly", credentials.RoleName);
    }

    [Fact]
    [Trait("Case", "30")]
    public async Task Case_30_a_profile_that_AWS_PROFILE_misspells_is_an_error_that_names_the_variable()
    {
        var error = await Assert.ThrowsAsync<SsoConfigurationException>(() =>
            new GenerateFlow(_fixture.Rooms(("AWS_PROFILE", "devv"))).RunAsync(null, new(), CancellationToken.None));

        Assert.Contains("devv", error.Message, StringComparison.Ordinal);
        Assert.Contains("AWS_PROFILE", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Case", "41")]
    [Trait("Case", "43")]
    [Trait("Case", "50")]
    [InlineData("sso_region = eu-central-1\nsso_account_id = 111122223333", "sso_start_url")]
    [InlineData("sso_start_url = https://d-0123456789.awsapps.com/start\nsso_account_id = 111122223333", "sso_region")]
    [InlineData("sso_session = corp\nsso_account_id = 1111-2222-3333", "sso_account_id")]
    [InlineData("sso_start_url = http://d-0123456789.awsapps.com/start\nsso_region = eu-central-1\nsso_account_id = 111122223333", "sso_start_url")]
    public async Task Cases_41_43_50_a_broken_profile_is_refused_before_any_call_even_where_a_login_is_allowed(string keys, string problem)
    {
        await File.AppendAllTextAsync(_fixture.ConfigPath, $"[profile broken]\n{keys}\nsso_role_name = Developer\n");
        _fixture.LogIn();
        var login = new LoginSsoSettings { Flow = SsoLoginFlow.DeviceCode, Interactive = true };

        var error = await Assert.ThrowsAsync<SsoConfigurationException>(() =>
            GenerateAsync("broken", new GenerateSsoCredentialsSettings { Login = login }));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Equal(0, _fixture.Emulator.Calls.Total);
    }

    [Fact]
    public async Task Keys_written_for_the_same_role_are_reused_without_loading_the_services()
    {
        SsoCredentials written = await WriteDevKeysAsync();

        SsoCredentials reused = await new GenerateFlow(_fixture.RoomsWithoutNetwork()).RunAsync("dev", ReuseDevKeys, CancellationToken.None);

        Assert.Equal(
            (written.AccessKeyId, written.SecretAccessKey, written.SessionToken, "eu-west-1"),
            (reused.AccessKeyId, reused.SecretAccessKey, reused.SessionToken, reused.Region));
    }

    [Theory]
    [InlineData("dev-readonly")]
    [InlineData("elsewhere")]
    public async Task Keys_of_another_role_or_session_are_not_reused(string profile)
    {
        SsoCredentials written = await WriteDevKeysAsync();
        _fixture.LogIn("other");

        SsoCredentials credentials = await GenerateAsync(profile, ReuseDevKeys);

        Assert.NotEqual(written.AccessKeyId, credentials.AccessKeyId);
    }

    [Fact]
    public async Task Keys_that_live_longer_than_AWS_lets_any_live_are_not_reused()
    {
        _fixture.Emulator.Faults.RoleCredentialsLifetime = TimeSpan.FromDays(365 * 1000);
        SsoCredentials odd = await WriteDevKeysAsync();
        Assert.Contains("clock of this machine", Assert.Single(_fixture.Log.Warnings), StringComparison.Ordinal);
        _fixture.Log.Warnings.Clear();
        _fixture.Emulator.Faults.RoleCredentialsLifetime = TimeSpan.FromHours(12);

        SsoCredentials credentials = await GenerateAsync("dev", ReuseDevKeys);

        Assert.NotEqual(odd.AccessKeyId, credentials.AccessKeyId);
        string warning = Assert.Single(_fixture.Log.Warnings);
        Assert.Contains("[dev-keys]", warning, StringComparison.Ordinal);
        Assert.Contains("clock of this machine", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_that_live_for_as_long_as_AWS_allows_are_reused()
    {
        _fixture.Emulator.Faults.RoleCredentialsLifetime = TimeSpan.FromHours(12);
        SsoCredentials written = await WriteDevKeysAsync();

        Assert.Equal(written.AccessKeyId, (await GenerateAsync("dev", ReuseDevKeys)).AccessKeyId);
        Assert.Empty(_fixture.Log.Warnings);
    }

    [Fact]
    public async Task Keys_that_live_too_short_are_not_reused()
    {
        _fixture.Emulator.Faults.RoleCredentialsLifetime = TimeSpan.FromMinutes(40);
        SsoCredentials written = await WriteDevKeysAsync();
        _fixture.Emulator.Faults.RoleCredentialsLifetime = TimeSpan.FromHours(1);

        SsoCredentials credentials = await GenerateAsync(
            "dev", new GenerateSsoCredentialsSettings { ReuseFrom = "dev-keys", MinimumLifetime = TimeSpan.FromMinutes(45) });

        Assert.NotEqual(written.AccessKeyId, credentials.AccessKeyId);
    }

    [Fact]
    public async Task Keys_that_somebody_else_put_into_the_section_are_not_reused()
    {
        SsoCredentials written = await WriteDevKeysAsync();
        string foreign = "ASIAFOREIGNFOREIGNFO";
        await File.WriteAllTextAsync(
            _fixture.CredentialsPath,
            _fixture.CredentialsText().Replace($"aws_access_key_id = {written.AccessKeyId}", $"aws_access_key_id = {foreign}", StringComparison.Ordinal));

        SsoCredentials credentials = await GenerateAsync("dev", ReuseDevKeys);

        Assert.NotEqual(foreign, credentials.AccessKeyId);
    }

    [Fact]
    public async Task A_permission_set_too_short_for_the_asked_lifetime_is_an_error_with_both_numbers()
    {
        _fixture.LogIn();

        var error = await Assert.ThrowsAsync<SsoConfigurationException>(() =>
            GenerateAsync("dev", new GenerateSsoCredentialsSettings { MinimumLifetime = TimeSpan.FromHours(2) }));

        Assert.Contains("60", error.Message, StringComparison.Ordinal);
        Assert.Contains("120", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_token_nobody_is_asked_and_nothing_is_called()
    {
        var error = await Assert.ThrowsAsync<SsoLoginRequiredException>(() => GenerateAsync("dev"));

        Assert.Contains("aws sso login --sso-session corp", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, _fixture.Emulator.Calls.Total);
    }

    [Fact]
    public async Task A_role_needs_no_config_file_and_its_keys_are_reused()
    {
        File.Delete(_fixture.ConfigPath);
        _fixture.LogIn();
        SsoCredentials first = await new GenerateFlow(_fixture.Rooms()).RunForRoleAsync(Deployer, ReuseDevKeys, CancellationToken.None);
        await WriteAsync(first);

        SsoCredentials second = await new GenerateFlow(_fixture.RoomsWithoutNetwork()).RunForRoleAsync(Deployer, ReuseDevKeys, CancellationToken.None);

        Assert.Equal(
            ("444455556666-Deployer", "444455556666", "Deployer", "us-east-2", "corp"), (first.Profile, first.AccountId, first.RoleName, first.Region, first.Session));
        Assert.Equal((first.AccessKeyId, "us-east-2"), (second.AccessKeyId, second.Region));
    }

    [Fact]
    public async Task A_config_file_that_is_broken_does_not_keep_a_role_that_needs_none_from_its_credentials()
    {
        await File.WriteAllTextAsync(_fixture.ConfigPath, "[profile broken");
        _fixture.LogIn();

        Assert.Equal("Deployer", (await new GenerateFlow(_fixture.Rooms()).RunForRoleAsync(Deployer, new(), CancellationToken.None)).RoleName);
    }

    [Fact]
    public async Task With_Login_a_role_without_config_file_signs_in_to_its_session()
    {
        File.Delete(_fixture.ConfigPath);

        SsoCredentials credentials = await new GenerateFlow(_fixture.Rooms()).RunForRoleAsync(
            Deployer, WithLogin(new LoginSsoSettings { Flow = SsoLoginFlow.DeviceCode, Interactive = true }), CancellationToken.None);

        Assert.Equal("Deployer", credentials.RoleName);
    }

    [Fact]
    public async Task The_errors_of_a_role_speak_of_no_profile()
    {
        _fixture.LogIn();
        _fixture.Emulator.Faults.DenyRole("444455556666", "Deployer");

        var error = await Assert.ThrowsAsync<SsoAccessDeniedException>(
            () => new GenerateFlow(_fixture.Rooms()).RunForRoleAsync(Deployer, new(), CancellationToken.None));

        Assert.StartsWith("Role 'Deployer' is not assigned to you in account 444455556666", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("profile", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_Login_a_missing_token_is_obtained_first()
    {
        SsoCredentials credentials = await GenerateAsync("dev", WithLogin(new LoginSsoSettings { Flow = SsoLoginFlow.DeviceCode, Interactive = true }));

        Assert.Equal("Developer", credentials.RoleName);
    }

    [Fact]
    public async Task With_Login_a_token_that_is_good_asks_nobody()
    {
        _fixture.LogIn();

        await GenerateAsync("dev", WithLogin(new LoginSsoSettings { Flow = SsoLoginFlow.DeviceCode, Interactive = true }));

        Assert.Equal(0, _fixture.Emulator.Calls.Count(EmulatorOperation.StartDeviceAuthorization));
    }

    [Fact]
    public async Task A_login_to_another_session_than_the_profiles_is_an_error()
    {
        var error = await Assert.ThrowsAsync<SsoConfigurationException>(() =>
            GenerateAsync("dev", WithLogin(new LoginSsoSettings { Session = "other", Interactive = true })));

        Assert.Contains("other", error.Message, StringComparison.Ordinal);
        Assert.Contains("corp", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case_86_a_token_refused_by_the_portal_is_refreshed_once_and_the_call_repeated()
    {
        EmulatorToken token = _fixture.Emulator.IssueToken();
        token.WriteCacheFile(_fixture.TokenFolder, "corp", "eu-central-1");
        _fixture.Emulator.RevokeAccessToken(token.AccessToken);

        SsoCredentials credentials = await GenerateAsync("dev");

        Assert.Equal("Developer", credentials.RoleName);
        Assert.Equal(2, _fixture.Emulator.Calls.Count(EmulatorOperation.GetRoleCredentials));
        Assert.Equal(1, _fixture.Emulator.Calls.Recorded.Count(call => call is { Status: 200, GrantType: "refresh_token" }));
    }

    [Fact]
    public async Task No_secret_reaches_the_log()
    {
        EmulatorToken token = _fixture.Emulator.IssueToken();
        token.WriteCacheFile(_fixture.TokenFolder, "corp", "eu-central-1");

        SsoCredentials credentials = await WriteAsync(await GenerateAsync("dev"));

        string[] secrets = [token.AccessToken, token.RefreshToken!, token.ClientSecret, credentials.SecretAccessKey, credentials.SessionToken];
        Assert.NotEmpty(_fixture.Log.All);
        Assert.All(secrets, secret => Assert.DoesNotContain(_fixture.Log.All, line => line.Contains(secret, StringComparison.Ordinal)));
    }

    private static GenerateSsoCredentialsSettings WithLogin(LoginSsoSettings login) => new() { Login = login };

    private Task<SsoCredentials> GenerateAsync(string profile, GenerateSsoCredentialsSettings? settings = null) =>
        new GenerateFlow(_fixture.Rooms()).RunAsync(profile, settings ?? new(), CancellationToken.None);

    private async Task<SsoCredentials> WriteDevKeysAsync()
    {
        _fixture.LogIn();
        return await WriteAsync(await GenerateAsync("dev"));
    }

    private Task<SsoCredentials> WriteAsync(SsoCredentials credentials)
    {
        new WriteFlow(_fixture.Rooms()).Run(credentials, new WriteCredentialsProfileSettings { TargetProfile = "dev-keys" });
        return Task.FromResult(credentials);
    }
}
