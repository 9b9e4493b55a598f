using AwsSsoCredentials.Flows;
using AwsSsoCredentials.Tests.Support;

namespace AwsSsoCredentials.Tests.Flows;

public sealed class WriteFlowTests : IAsyncLifetime
{
    private static readonly SsoCredentials Credentials = new(
        "dev", "111122223333", "Developer", null, "ASIAIOSFODNN7EXAMPLE", "secret", "session", new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero), "corp");

    private readonly FlowFixture _fixture = new();

    public Task InitializeAsync() => _fixture.InitializeAsync();

    public Task DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public void The_section_holds_the_three_keys_and_the_mark()
    {
        Write(new WriteCredentialsProfileSettings { TargetProfile = "dev-keys" });

        Assert.Equal(
            """
            [dev-keys]
            aws_access_key_id = ASIAIOSFODNN7EXAMPLE
            aws_secret_access_key = secret
            aws_session_token = session
            x_security_token_expires = 2030-01-02T03:04:05Z
            x_sso_account_id = 111122223333
            x_sso_role_name = Developer
            x_sso_session = corp
            x_sso_access_key_id = ASIAIOSFODNN7EXAMPLE
            x_sso_digest = 33588c238d8d0848d08ed885483e7464

            """.ReplaceLineEndings("\n"),
            _fixture.CredentialsText());
    }

    [Fact]
    public void Case_109_the_default_target_is_the_SSO_profile_and_the_log_says_who_ignores_the_keys()
    {
        Write(new WriteCredentialsProfileSettings());

        Assert.StartsWith("[dev]\n", _fixture.CredentialsText(), StringComparison.Ordinal);
        string line = Assert.Single(_fixture.Log.Informations, line => line.Contains("boto3", StringComparison.Ordinal));
        Assert.Contains("TargetProfile", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_of_its_own_needs_no_such_hint()
    {
        Write(new WriteCredentialsProfileSettings { TargetProfile = "dev-keys" });

        Assert.DoesNotContain(_fixture.Log.Informations, line => line.Contains("boto3", StringComparison.Ordinal));
    }

    [Fact]
    public void Case_109_keys_of_another_role_than_the_SSO_profile_of_that_name_are_a_warning()
    {
        Write(new WriteCredentialsProfileSettings { TargetProfile = "dev-readonly" });

        Assert.Contains("role ReadOnly", Assert.Single(_fixture.Log.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("[profile dev-keys]\noutput = json\n", true)]
    [InlineData("[profile dev-keys]\nregion = us-east-1\n", false)]
    [InlineData("[profile broken", true)]
    [InlineData("[profile other]\nstray\n", true)]
    [InlineData("[profile dev-keys", false)]
    [InlineData("[profile dev-keys]\nstray\n", false)]
    public async Task The_region_is_written_where_the_target_has_none_in_the_config_file(string config, bool isWritten)
    {
        await File.AppendAllTextAsync(_fixture.ConfigPath, config);

        for (int i = 0; i < 2; i++)
        {
            new WriteFlow(_fixture.Rooms()).Run(InRegion("eu-west-1"), new WriteCredentialsProfileSettings { TargetProfile = "dev-keys" });

            Assert.Equal(isWritten, _fixture.CredentialsText().Contains("\nregion = eu-west-1\n", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_region_that_the_config_file_got_since_takes_the_place_of_the_written_one()
    {
        var settings = new WriteCredentialsProfileSettings { TargetProfile = "dev-keys" };
        new WriteFlow(_fixture.Rooms()).Run(InRegion("eu-west-1"), settings);
        await File.AppendAllTextAsync(_fixture.ConfigPath, "[profile dev-keys]\nregion = us-east-1\n");

        new WriteFlow(_fixture.Rooms()).Run(InRegion("eu-west-1"), settings);

        Assert.DoesNotContain("region", _fixture.CredentialsText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_config_file_that_cannot_be_read_does_not_keep_keys_from_being_written()
    {
        await File.WriteAllTextAsync(_fixture.ConfigPath, "[profile broken");

        Write(new WriteCredentialsProfileSettings { TargetProfile = "dev-keys" });

        Assert.StartsWith("[dev-keys]\n", _fixture.CredentialsText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Case_110_a_file_named_by_the_environment_that_does_not_exist_yet_is_created_there_and_none_at_the_default_place()
    {
        string elsewhere = Path.Combine(_fixture.Home, "not", "yet", "keys");

        new WriteFlow(_fixture.Rooms(("AWS_SHARED_CREDENTIALS_FILE", elsewhere))).Run(Credentials, new WriteCredentialsProfileSettings());

        Assert.StartsWith("[dev]\n", File.ReadAllText(elsewhere), StringComparison.Ordinal);
        Assert.False(File.Exists(_fixture.CredentialsPath));
    }

    [Fact]
    public void The_config_file_is_never_written_although_both_variables_name_it()
    {
        AssertConfigIsRefused(("AWS_SHARED_CREDENTIALS_FILE", _fixture.ConfigPath), ("AWS_CONFIG_FILE", _fixture.ConfigPath));
    }

    [Fact]
    public void The_default_config_file_is_never_written_although_AWS_CONFIG_FILE_names_another()
    {
        AssertConfigIsRefused(("AWS_SHARED_CREDENTIALS_FILE", _fixture.ConfigPath), ("AWS_CONFIG_FILE", Path.Combine(_fixture.Home, "other")));
    }

    private static SsoCredentials InRegion(string region) => new(
        Credentials.Profile, Credentials.AccountId, Credentials.RoleName, region, Credentials.AccessKeyId, Credentials.SecretAccessKey,
        Credentials.SessionToken, Credentials.Expiration, Credentials.Session);

    private void AssertConfigIsRefused(params (string Name, string Value)[] variables)
    {
        var error = Assert.Throws<SsoConfigurationException>(
            () => new WriteFlow(_fixture.Rooms(variables)).Run(Credentials, new WriteCredentialsProfileSettings()));

        Assert.Contains(_fixture.ConfigPath, error.Message, StringComparison.Ordinal);
        Assert.Equal(FlowFixture.Config, File.ReadAllText(_fixture.ConfigPath));
    }

    private void Write(WriteCredentialsProfileSettings settings) => new WriteFlow(_fixture.Rooms()).Run(Credentials, settings);
}
