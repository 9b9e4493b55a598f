using AwsSsoCredentials.Profiles;
using IdentityCenterEmulator;

namespace AwsSsoCredentials.Tests.Portal;

public sealed class PortalCredentialsTests
{
    private static readonly SsoProfile Dev = new("dev", "111122223333", "Developer", "eu-central-1", PortalSessionFixture.Session);

    [Fact]
    public async Task The_credentials_carry_what_the_profile_says()
    {
        await using var emulator = await EmulatorServer.StartAsync();
        using var session = PortalSessionFixture.At(emulator, emulator.IssueToken().AccessToken);

        var credentials = await session.Portal.GetCredentialsAsync(Dev, CancellationToken.None);

        Assert.Equal(
            ("dev", "111122223333", "Developer", "eu-central-1", "corp"),
            (credentials.Profile, credentials.AccountId, credentials.RoleName, credentials.Region, credentials.Session));
        Assert.StartsWith("ASIA", credentials.AccessKeyId, StringComparison.Ordinal);
        Assert.True(credentials.Expiration > DateTimeOffset.UtcNow);
    }

    [Fact]
    [Trait("Case", "94")]
    public async Task Case_94_A_role_name_with_odd_characters_stays_as_it_is()
    {
        await using var emulator = await EmulatorServer.StartAsync();
        using var session = PortalSessionFixture.At(emulator, emulator.IssueToken().AccessToken);

        var credentials = await session.Portal.GetCredentialsAsync(Dev with { RoleName = "Power+User@dev" }, CancellationToken.None);

        Assert.Equal("Power+User@dev", credentials.RoleName);
    }

    [Fact]
    [Trait("Case", "86")]
    public async Task Case_86_A_refused_token_is_renewed_once_and_the_call_repeated()
    {
        await using var emulator = await EmulatorServer.StartAsync();
        var good = emulator.IssueToken().AccessToken;
        using var session = PortalSessionFixture.At(emulator, rejected => rejected is null ? "revoked-token" : good);

        var credentials = await session.Portal.GetCredentialsAsync(Dev, CancellationToken.None);

        Assert.NotEmpty(credentials.SessionToken);
        Assert.Equal([null, "revoked-token"], session.Asked);
    }

    [Fact]
    [Trait("Case", "86")]
    public async Task Case_86_A_renewed_token_that_is_refused_too_asks_for_a_login()
    {
        await using var emulator = await EmulatorServer.StartAsync();
        using var session = PortalSessionFixture.At(emulator, rejected => $"not {rejected}");

        await Assert.ThrowsAsync<SsoLoginRequiredException>(() => session.Portal.GetCredentialsAsync(Dev, CancellationToken.None));

        Assert.Equal([null, "not "], session.Asked);
        Assert.Equal(2, emulator.Calls.Count(EmulatorOperation.GetRoleCredentials));
    }

    [Fact]
    [Trait("Case", "86")]
    public async Task Case_86_Without_another_token_a_login_is_asked_for_at_once()
    {
        await using var emulator = await EmulatorServer.StartAsync();
        using var session = PortalSessionFixture.At(emulator, "revoked-token");

        await Assert.ThrowsAsync<SsoLoginRequiredException>(() => session.Portal.GetCredentialsAsync(Dev, CancellationToken.None));

        Assert.Equal(1, emulator.Calls.Count(EmulatorOperation.GetRoleCredentials));
    }

    [Fact]
    [Trait("Case", "86")]
    public async Task Case_86_Where_no_other_token_can_be_had_the_reason_is_said()
    {
        await using var emulator = await EmulatorServer.StartAsync();
        using var session = PortalSessionFixture.At(
            emulator, rejected => rejected is null ? "revoked-token" : throw new SsoLoginRequiredException("It cannot be refreshed."));

        var error = await Assert.ThrowsAsync<SsoLoginRequiredException>(() => session.Portal.GetCredentialsAsync(Dev, CancellationToken.None));

        Assert.Equal("It cannot be refreshed.", error.Message);
        Assert.Equal(1, emulator.Calls.Count(EmulatorOperation.GetRoleCredentials));
    }

    [Fact]
    [Trait("Case", "78")]
    public async Task Case_78_A_refused_token_says_how_to_log_in_and_that_clock_or_region_may_be_wrong()
    {
        var error = await FailAsync<SsoLoginRequiredException>(Dev, accessToken: "revoked-token");

        Assert.Contains("aws sso login --sso-session corp", error.Message, StringComparison.Ordinal);
        Assert.Contains("LoginSso(\"dev\")", error.Message, StringComparison.Ordinal);
        Assert.Contains("sso_region (eu-west-1)", error.Message, StringComparison.Ordinal);
        Assert.Contains("clock", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("revoked-token", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_login_command_of_a_legacy_profile_names_the_profile()
    {
        var error = await FailAsync<SsoLoginRequiredException>(
            Dev with { Name = "my profile", Session = Dev.Session with { Name = null } }, accessToken: "revoked-token");

        Assert.Contains("aws sso login --profile \"my profile\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "87")]
    public async Task Case_87_A_role_that_is_not_assigned_names_role_account_and_profile()
    {
        var error = await FailAsync<SsoAccessDeniedException>(Dev with { RoleName = "Developr" });

        Assert.Contains("Role 'Developr' is not assigned to you in account 111122223333", error.Message, StringComparison.Ordinal);
        Assert.Contains("misspelt", error.Message, StringComparison.Ordinal);
        Assert.Contains("profile 'dev'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AWSReservedSSO_Admin_0123456789abcdef", "write Admin.")]
    [InlineData("AWSReservedSSO_Team_Admin_0123456789ABCDEF", "write Team_Admin.")]
    [InlineData("AWSReservedSSO_Admin", "write Admin.")]
    public async Task The_name_of_an_IAM_role_is_told_from_that_of_the_permission_set(string roleName, string remedy)
    {
        var error = await FailAsync<SsoAccessDeniedException>(Dev with { RoleName = roleName });

        Assert.Contains("sso_role_name wants the name of the permission set", error.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    public async Task A_page_of_a_proxy_is_not_blamed_on_AWS(int status)
    {
        var error = await FailAsync<SsoServiceException>(Dev, EmulatorFault.Html(status));

        Assert.DoesNotContain("health.aws.amazon.com", error.Message, StringComparison.Ordinal);
        Assert.Contains("proxy", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Throttling_by_a_proxy_is_not_blamed_on_AWS()
    {
        var error = await FailAsync<SsoThrottledException>(Dev, EmulatorFault.Html(429));

        Assert.Contains("before IAM Identity Center", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "88")]
    public async Task Case_88_An_unknown_account_is_named()
    {
        var error = await FailAsync<SsoAccessDeniedException>(Dev, EmulatorFault.Status(404, "ResourceNotFoundException", "No such account"));

        Assert.Contains("Account 111122223333 or role 'Developer' of profile 'dev' is unknown", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "89")]
    public async Task Case_89_Throttling_is_an_error_of_its_own()
    {
        var error = await FailAsync<SsoThrottledException>(Dev, EmulatorFault.Status(429, "TooManyRequestsException"));

        Assert.Contains("profile 'dev'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "90")]
    public async Task Case_90_A_server_error_names_URL_and_request_id()
    {
        var error = await FailAsync<SsoServiceException>(Dev, EmulatorFault.Status(503, "ServiceUnavailableException"));

        Assert.Contains("http://127.0.0.1:", error.Message, StringComparison.Ordinal);
        Assert.Contains("request id", error.Message, StringComparison.Ordinal);
        Assert.Contains("HTTP 503", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "91")]
    public async Task Case_91_An_incomplete_answer_gives_no_credentials()
    {
        var error = await FailAsync<SsoServiceException>(Dev, EmulatorFault.Omit("roleCredentials.sessionToken"));

        Assert.Contains("lacks sessionToken", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_breaks_says_what_to_check()
    {
        var error = await FailAsync<SsoServiceException>(Dev, EmulatorFault.Drop());

        Assert.Contains("HTTPS_PROXY", error.Message, StringComparison.Ordinal);
        Assert.Contains("AWS_ENDPOINT_URL_SSO", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_malformed_account_is_an_error_of_the_configuration()
    {
        var error = await FailAsync<SsoConfigurationException>(Dev with { AccountId = "42" });

        Assert.Contains("sso_account_id (12 digits)", error.Message, StringComparison.Ordinal);
    }

    private static async Task<T> FailAsync<T>(SsoProfile profile, EmulatorFault? fault = null, string? accessToken = null)
        where T : SsoException
    {
        await using var emulator = await EmulatorServer.StartAsync();
        if (fault is not null)
        {
            emulator.Faults.Set(EmulatorOperation.GetRoleCredentials, fault);
        }

        accessToken ??= emulator.IssueToken().AccessToken;
        using var session = PortalSessionFixture.At(emulator, accessToken);
        var error = await Assert.ThrowsAsync<T>(() => session.Portal.GetCredentialsAsync(profile, CancellationToken.None));
        Assert.DoesNotContain('\n', error.Message);
        Assert.DoesNotContain(accessToken, error.ToString(), StringComparison.Ordinal);
        return error;
    }
}
