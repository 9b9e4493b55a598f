using AwsSsoCredentials.Flows;
using AwsSsoCredentials.Tests.Support;

namespace AwsSsoCredentials.Tests.Flows;

/// <summary>Settings under the target's name that beat the keys written there.</summary>
public sealed class RivalSettingsTests : IAsyncLifetime
{
    private static readonly SsoCredentials Credentials = new(
        "dev", "111122223333", "Developer", null, "ASIAIOSFODNN7EXAMPLE", "secret", "session", new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero), "corp");

    private readonly FlowFixture _fixture = new();

    public Task InitializeAsync() => _fixture.InitializeAsync();

    public Task DisposeAsync() => _fixture.DisposeAsync();

    [Theory]
    [InlineData("role_arn = arn:aws:iam::111111111113:role/Deploy\nsource_profile = dev\n", "role_arn")]
    [InlineData("role_arn: arn:aws:iam::111111111113:role/Deploy\ncredential_source: Environment\n", "role_arn")]
    [InlineData("role_arn = arn:aws:iam::111111111113:role/Deploy\nweb_identity_token_file = /token\n", "role_arn")]
    [InlineData("web_identity_token_file = /token\n", "web_identity_token_file")]
    public void What_beats_the_keys_in_the_config_file_is_a_warning_with_file_line_and_who(string settings, string key)
    {
        File.AppendAllText(_fixture.ConfigPath, "[profile deploy]\n" + settings);
        int line = File.ReadAllLines(_fixture.ConfigPath).ToList().IndexOf("[profile deploy]") + 2;

        string warning = WarningOf("deploy");

        Assert.StartsWith($"{key} in [profile deploy] of {_fixture.ConfigPath}, line {line}, beats the keys of [deploy]", warning, StringComparison.Ordinal);
        Assert.Contains("the AWS CLI, boto3, .NET, JavaScript and Go", warning, StringComparison.Ordinal);
        Assert.Contains("deploy-keys", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("arn:aws", warning, StringComparison.Ordinal);
        Assert.Contains("[deploy]\naws_access_key_id", _fixture.CredentialsText(), StringComparison.Ordinal); // written all the same
    }

    [Fact]
    public void What_beats_the_keys_in_the_credentials_file_itself_is_a_warning()
    {
        _fixture.WriteCredentials("[deploy]\nrole_arn = arn:aws:iam::111111111113:role/Deploy\nsource_profile = x\n");

        Assert.StartsWith($"role_arn in [deploy] of {_fixture.CredentialsPath}, line 2,", WarningOf("deploy"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_botocore_gives_to_every_profile_counts_too()
    {
        File.AppendAllText(_fixture.ConfigPath, "[DEFAULT]\nrole_arn = arn:aws:iam::111111111113:role/Deploy\n[profile deploy]\nregion = eu-west-1\n");

        string warning = WarningOf("deploy");

        Assert.StartsWith("role_arn in [DEFAULT]", warning, StringComparison.Ordinal);
        Assert.Contains("the AWS CLI and boto3 assume", warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aws_security_token = hunter2\n", "aws_security_token in [DEFAULT]")]
    [InlineData("role_arn = arn:aws:iam::111111111113:role/Deploy\n", "role_arn in [DEFAULT]")]
    public void The_section_DEFAULT_of_the_credentials_file_counts_for_a_profile_that_is_new(string settings, string start)
    {
        _fixture.WriteCredentials("[DEFAULT]\n" + settings);

        string warning = WarningOf("new");

        Assert.StartsWith(start, warning, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("credential_process = /bin/keys\n")]
    [InlineData("login_session = arn:aws:sts::1:x\n")]
    [InlineData("source_profile = dev\n")] // means nothing without a role
    [InlineData("role_arn =\n")]
    [InlineData("aws_access_key_id = AKIAOTHER\naws_secret_access_key = x\n")] // the credentials file comes first
    [InlineData("region = eu-west-1\n")]
    public void What_comes_after_the_keys_is_no_reason_for_a_warning(string settings)
    {
        File.AppendAllText(_fixture.ConfigPath, "[profile deploy]\n" + settings);

        Write("deploy");

        Assert.Empty(_fixture.Log.Warnings);
    }

    [Fact]
    public void A_plan_shows_it_too_and_writes_nothing()
    {
        File.AppendAllText(_fixture.ConfigPath, "[profile deploy]\nrole_arn = arn:aws:iam::111111111113:role/Deploy\nsource_profile = dev\n");

        CredentialsProfilePlan plan = new PlanFlow(_fixture.Rooms()).Run(Credentials, new WriteCredentialsProfileSettings { TargetProfile = "deploy" });

        Assert.StartsWith("role_arn in [profile deploy]", Assert.Single(plan.Warnings), StringComparison.Ordinal);
        Assert.Contains("role_arn in [profile deploy]", plan.ToString(), StringComparison.Ordinal);
        Assert.Equal(plan.Warnings, _fixture.Log.Warnings);
        Assert.False(File.Exists(_fixture.CredentialsPath));
    }

    private string WarningOf(string target)
    {
        Write(target);
        return Assert.Single(_fixture.Log.Warnings);
    }

    private void Write(string target) => new WriteFlow(_fixture.Rooms()).Run(Credentials, new WriteCredentialsProfileSettings { TargetProfile = target });
}
