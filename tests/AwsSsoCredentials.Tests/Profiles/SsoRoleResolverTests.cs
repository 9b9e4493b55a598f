using AwsSsoCredentials.Profiles;
using AwsSsoCredentials.Tests.Config;

namespace AwsSsoCredentials.Tests.Profiles;

public sealed class SsoRoleResolverTests
{
    private const string Config = "[sso-session corp]\nsso_start_url = https://d-x.awsapps.com/start\nsso_region = eu-west-1\nsso_registration_scopes = a,b\n";

    [Fact]
    public void A_session_by_name_alone_is_that_of_the_config_file()
    {
        using var fixture = new ConfigFixture(Config);

        SsoProfile profile = Resolver(fixture).Resolve(new SsoRole { AccountId = "012345678901", RoleName = "Deployer", Session = "corp", Region = "us-east-2" });

        Assert.Equal(("012345678901", "Deployer", "us-east-2"), (profile.AccountId, profile.RoleName, profile.Region));
        Assert.Equal(("corp", "https://d-x.awsapps.com/start", "eu-west-1"), (profile.Session.Key, profile.Session.StartUrl, profile.Session.Region));
        Assert.Equal(["a", "b"], profile.Session.RegistrationScopes);
        Assert.Null(profile.ConfiguredName);
    }

    [Theory]
    [InlineData("corp", "corp")]
    [InlineData(null, "https://d-y.awsapps.com/start")]
    public void A_session_with_its_start_url_needs_no_config_file(string? name, string key)
    {
        SsoProfile profile = WithoutConfig().Resolve(new SsoRole
        {
            AccountId = "111122223333",
            RoleName = "Deployer",
            Session = name,
            StartUrl = "https://d-y.awsapps.com/start",
            SsoRegion = "us-east-1",
        });

        Assert.Equal((key, "us-east-1"), (profile.Session.Key, profile.Session.Region));
    }

    [Theory]
    [InlineData("42", "Deployer", "https://d-y.awsapps.com/start", "us-east-1", "SsoRole.AccountId is '42'")]
    [InlineData("111122223333", "a role", "https://d-y.awsapps.com/start", "us-east-1", "SsoRole.RoleName is 'a role'")]
    [InlineData("111122223333", "Deployer", "http://d-y.awsapps.com/start", "us-east-1", "SsoRole.StartUrl is 'http:")]
    [InlineData("111122223333", "Deployer", "https://d-y.awsapps.com/start", "EU/1", "SsoRole.SsoRegion is 'EU/1'")]
    [InlineData("111122223333", "Deployer", "https://d-y.awsapps.com/start", null, "SsoRole.SsoRegion is missing")]
    [InlineData("111122223333", "Deployer", null, "us-east-1", "no StartUrl")]
    [InlineData("111122223333", "Deployer", null, null, "names no SSO session")]
    public void What_is_missing_or_malformed_is_named(string account, string role, string? startUrl, string? region, string expected)
    {
        var error = Assert.Throws<SsoConfigurationException>(() => WithoutConfig().Resolve(
            new SsoRole { AccountId = account, RoleName = role, StartUrl = startUrl, SsoRegion = region }));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_that_the_config_file_lacks_is_an_error_that_names_it()
    {
        using var fixture = new ConfigFixture(Config);

        var error = Assert.Throws<SsoConfigurationException>(
            () => Resolver(fixture).Resolve(new SsoRole { AccountId = "111122223333", RoleName = "Deployer", Session = "corpp" }));

        Assert.Contains("Did you mean 'corp'?", error.Message, StringComparison.Ordinal);
    }

    private static SsoRoleResolver Resolver(ConfigFixture fixture) => new(fixture.Resolver);

    private static SsoRoleResolver WithoutConfig() => new(() => throw new InvalidOperationException("The config file must not be read."));
}
