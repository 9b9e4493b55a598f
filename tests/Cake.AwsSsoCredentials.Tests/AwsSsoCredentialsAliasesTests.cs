using AwsSsoCredentials;
using AwsSsoCredentials.Tests.Support;
using Cake.Core;
using IdentityCenterEmulator;

namespace Cake.AwsSsoCredentials.Tests;

/// <summary>The aliases on a real Cake context; what the verbs do is tested with the flows.</summary>
public sealed class AwsSsoCredentialsAliasesTests : IAsyncLifetime
{
    private readonly FlowFixture _fixture = new();
    private readonly RecordingCakeLog _log = new();

    public Task InitializeAsync() => _fixture.InitializeAsync();

    public Task DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public void The_sync_aliases_lead_from_login_to_a_written_profile()
    {
        ICakeContext context = Context(("aws-sso-login", "device"));

        context.LoginSso("dev");
        context.WriteCredentialsProfile(context.GenerateSsoCredentials("dev"), "dev-keys");
        ClearSsoCacheResult cleared = context.ClearSsoCache();

        Assert.StartsWith("[dev-keys]\naws_access_key_id = ASIA", _fixture.CredentialsText(), StringComparison.Ordinal);
        Assert.Single(cleared.TokenFiles);
    }

    [Fact]
    public void What_many_calls_of_a_build_would_warn_of_is_said_once()
    {
        ICakeContext context = Context();
        var credentials = new SsoCredentials(
            "dev", "111122223333", "Developer", null, "ASIAEXAMPLE", "secret", "session", DateTimeOffset.UtcNow.AddHours(1));

        context.WriteCredentialsProfile(credentials, "dev-readonly");
        context.WriteCredentialsProfile(credentials, "dev-readonly");

        Assert.Contains("role ReadOnly", Assert.Single(_log.Lines, line => line.StartsWith("Warning: ", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_batch_and_discovery_aliases_work_together()
    {
        ICakeContext context = Context();
        _fixture.LogIn();

        IReadOnlyList<CredentialsProfileSyncResult> synced = context.SyncCredentialsProfiles("dev", "dev-read*");
        SsoRole role = context.GetSsoAccountRoles("dev", context.GetSsoAccounts("dev")[1].AccountId)[0];
        IReadOnlyList<SsoRole> found = context.GetSsoAccountRoles(new SsoRoleFilter { Session = "corp", Roles = { "Deployer" } });

        Assert.Equal(["dev", "dev-readonly", "elsewhere"], context.GetSsoProfiles().Select(profile => profile.Name));
        Assert.Equal(["Developer", "ReadOnly"], synced.Select(result => result.RoleName));
        Assert.Equal("444455556666-Deployer", context.GenerateSsoCredentials(role).Profile);
        Assert.Equal(role.ToString(), Assert.Single(found).ToString());
    }

    [Fact]
    public async Task The_async_batch_and_discovery_aliases_take_a_cancellation_token()
    {
        ICakeContext context = Context();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        _fixture.LogIn();
        var role = new SsoRole { AccountId = "444455556666", RoleName = "Deployer", Session = "corp" };

        Func<Task>[] calls =
        [
            () => context.SyncCredentialsProfilesAsync(new SyncCredentialsProfilesSettings { Profiles = { "*" } }, cancelled.Token),
            () => context.GetSsoAccountsAsync("dev", cancelled.Token),
            () => context.GetSsoAccountRolesAsync("dev", "444455556666", cancelled.Token),
            () => context.GetSsoAccountRolesAsync(new SsoRoleFilter { Session = "corp" }, cancelled.Token),
            () => context.GenerateSsoCredentialsAsync(role, new GenerateSsoCredentialsSettings(), cancelled.Token),
        ];
        foreach (Func<Task> call in calls)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(call);
        }
    }

    [Fact]
    public void A_profile_is_planned_written_and_removed_again()
    {
        ICakeContext context = Context();
        _fixture.LogIn();
        SsoCredentials credentials = context.GenerateSsoCredentials("dev");
        var target = new WriteCredentialsProfileSettings { TargetProfile = "dev-keys" };

        CredentialsProfilePlan plan = context.PlanCredentialsProfile(credentials, target);
        Assert.False(File.Exists(_fixture.CredentialsPath));
        context.WriteCredentialsProfile(credentials, target);

        Assert.True(plan.IsNewProfile);
        Assert.Empty(context.PlanCredentialsProfile(credentials, target).Changes);
        Assert.True(context.RemoveCredentialsProfile("dev-keys"));
        Assert.False(context.RemoveCredentialsProfile("dev-keys", new RemoveCredentialsProfileSettings { Force = true }));
        Assert.Equal("", _fixture.CredentialsText());
        Assert.Throws<ArgumentException>(() => context.RemoveCredentialsProfile(" "));
    }

    [Fact]
    public async Task The_async_aliases_take_a_cancellation_token()
    {
        ICakeContext context = Context();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        _fixture.LogIn();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            context.GenerateSsoCredentialsAsync("dev", new GenerateSsoCredentialsSettings(), cancelled.Token));
    }

    [Fact]
    public async Task The_argument_aws_sso_login_says_that_somebody_is_there_and_chooses_the_sign_in_method()
    {
        await Context(("aws-sso-login", "device")).LoginSsoAsync("dev");

        Assert.Equal(1, _fixture.Emulator.Calls.Count(EmulatorOperation.StartDeviceAuthorization));
    }

    [Fact]
    public async Task The_argument_aws_sso_login_serves_a_login_inside_GenerateSsoCredentials_too()
    {
        SsoCredentials credentials = await Context(("aws-sso-login", "device"))
            .GenerateSsoCredentialsAsync("dev", new GenerateSsoCredentialsSettings { Login = new LoginSsoSettings() });

        Assert.Equal("Developer", credentials.RoleName);
    }

    [Fact]
    public async Task The_argument_aws_sso_login_alone_makes_GenerateSsoCredentials_ask_nobody()
    {
        await Assert.ThrowsAsync<SsoLoginRequiredException>(() => Context(("aws-sso-login", "device")).GenerateSsoCredentialsAsync("dev"));
    }

    [Fact]
    public void What_the_script_says_beats_the_argument()
    {
        LoginSsoSettings settings = Context(("aws-sso-login", "browser"))
            .WithLoginArgument(new LoginSsoSettings { Flow = SsoLoginFlow.DeviceCode, Interactive = false, Timeout = TimeSpan.FromMinutes(1) });

        Assert.Equal((SsoLoginFlow.DeviceCode, false, TimeSpan.FromMinutes(1)), (settings.Flow, settings.Interactive, settings.Timeout));
    }

    [Fact]
    public void An_unknown_login_argument_is_refused_with_the_known_ones()
    {
        var error = Assert.Throws<SsoConfigurationException>(() => Context(("aws-sso-login", "telepathy")).LoginSso("dev"));

        Assert.Contains("--aws-sso-login=device", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_environment_is_the_one_of_the_context()
    {
        _fixture.LogIn();
        ICakeContext context = CakeContextFixture.Create(_fixture.Variables(("AWS_PROFILE", "dev-readonly")), _log);

        Assert.Equal("ReadOnly", context.GenerateSsoCredentials().RoleName);
    }

    [Fact]
    public void The_log_tells_the_steps_of_a_build()
    {
        _fixture.LogIn();
        ICakeContext context = Context();

        context.WriteCredentialsProfile(context.GenerateSsoCredentials("dev"), "dev-keys");

        Assert.Collection(
            _log.Lines.Where(line => line.StartsWith("Information: ", StringComparison.Ordinal)),
            line => Assert.Contains("Access token acquired", line, StringComparison.Ordinal),
            line => Assert.Contains("Temporary credentials generated", line, StringComparison.Ordinal),
            line => Assert.Contains("Credentials file ready to be rewritten", line, StringComparison.Ordinal),
            line => Assert.Contains("credentials file written", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Braces_in_a_name_do_not_break_the_log()
    {
        ICakeContext context = Context();

        Assert.Throws<SsoConfigurationException>(() => context.GenerateSsoCredentials("{0}{nonsense}"));
        new CakeLog(_log).Information("{0}{nonsense}");

        Assert.Contains("Information: {0}{nonsense}", _log.Lines);
    }

    private ICakeContext Context(params (string Name, string Value)[] arguments) =>
        CakeContextFixture.Create(_fixture.Variables(), _log, arguments);
}
