using AwsSsoCredentials;
using Cake.AwsSsoCredentials;
using Cake.Frosting.AwsSsoCredentials.Tests.Support;
using IdentityCenterEmulator;

namespace Cake.Frosting.AwsSsoCredentials.Tests;

public class GenerateSsoCredentialsTaskTests
{
    [Fact]
    public async Task The_context_receives_the_credentials()
    {
        await using TasksFixture fixture = await TasksFixture.StartAsync();
        fixture.Home.LogIn(fixture.Emulator);
        var settings = new OwnSettings { Profile = "dev" };

        fixture.Run(settings, "--target=GenerateSsoCredentials").AssertSucceeded();

        Assert.Equal("111122223333", settings.Received?.AccountId);
        Assert.Equal("", fixture.Home.Credentials);
    }

    [Fact]
    public async Task Keys_of_the_target_that_are_still_valid_are_handed_on_without_asking_the_portal()
    {
        await using TasksFixture fixture = await TasksFixture.StartAsync();
        fixture.Home.LogIn(fixture.Emulator);
        var settings = new OwnSettings { Profile = "dev", Write = new WriteCredentialsProfileSettings { TargetProfile = "dev-keys" } };
        fixture.Run(settings, "--target=Deploy").AssertSucceeded();
        string? first = settings.Received?.AccessKeyId;
        settings.Received = null;

        BuildResult second = fixture.Run(settings, "--target=Deploy");

        second.AssertSucceeded();
        Assert.NotNull(first);
        Assert.Equal(first, settings.Received?.AccessKeyId);
        Assert.Equal(1, fixture.PortalCalls);
        Assert.Matches(@"\[dev-keys\] reused: .*valid for (59|60) minutes", second.Output);
    }

    [Fact]
    public async Task Keys_of_another_account_are_not_taken_again()
    {
        await using TasksFixture fixture = await TasksFixture.StartAsync();
        fixture.Home.LogIn(fixture.Emulator);
        fixture.Run("--target=Deploy", "--aws-profile=dev", "--aws-target-profile=keys").AssertSucceeded();

        fixture.Run("--target=Deploy", "--aws-profile=staging", "--aws-target-profile=keys").AssertSucceeded();

        Assert.Equal(2, fixture.PortalCalls);
        Assert.Equal("444455556666/Deployer -> keys", fixture.Deployed);
    }

    [Fact]
    public async Task Settings_of_the_context_without_a_reuse_ask_the_portal_every_time()
    {
        await using TasksFixture fixture = await TasksFixture.StartAsync();
        fixture.Home.LogIn(fixture.Emulator);
        var settings = new OwnSettings { Profile = "dev", Generate = new GenerateSsoCredentialsSettings() };

        fixture.Run(settings, "--target=Deploy").AssertSucceeded();
        fixture.Run(settings, "--target=Deploy").AssertSucceeded();

        Assert.Equal(2, fixture.PortalCalls);
        Assert.Contains(settings.Received!.AccessKeyId, fixture.Home.Credentials, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_profile_of_the_environment_counts_where_none_is_named()
    {
        await using TasksFixture fixture = await TasksFixture.StartAsync();
        fixture.Home.LogIn(fixture.Emulator);
        TestBuild build = new TestBuild(typeof(DeployTask))
            .WithVariables([.. fixture.Home.Variables(fixture.Emulator), new("AWS_PROFILE", "staging")])
            .Configure(host => host.AddSsoCredentialTasks());

        build.Run("--target=Deploy").AssertSucceeded();

        Assert.Equal("444455556666/Deployer -> staging", build.Journal.Text);
    }

    [Fact]
    public async Task A_missing_token_stops_Deploy_with_one_line_that_names_the_login()
    {
        await using TasksFixture fixture = await TasksFixture.StartAsync();

        BuildResult result = fixture.Run("--target=Deploy", "--aws-profile=dev");

        result.AssertFailed();
        string error = Assert.Single(result.Error.Split('\n'), line => line.StartsWith("Error: ", StringComparison.Ordinal));
        Assert.Contains("aws sso login --sso-session corp", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.All, StringComparison.Ordinal);
        Assert.Equal("", fixture.Deployed);
        Assert.Equal("", fixture.Home.Credentials);
    }

    [Fact]
    public async Task A_login_that_the_command_line_asks_for_comes_first()
    {
        await using TasksFixture fixture = await TasksFixture.StartAsync(EmulatorSignIn.AutoApprove);

        BuildResult result = fixture.Run("--target=Deploy", "--aws-profile=dev", "--aws-sso-login=device");

        result.AssertSucceeded();
        Assert.Contains(fixture.Emulator.Url.GetLeftPart(UriPartial.Authority), result.Output, StringComparison.Ordinal);
        Assert.Equal("111122223333/Developer -> dev", fixture.Deployed);
        Assert.NotEmpty(Directory.GetFiles(fixture.Home.TokenFolder));
    }

    [Theory]
    [InlineData("--aws-sso-login=carrier-pigeon", "--aws-sso-login=device")]
    [InlineData("--aws-profile", "--aws-profile=NAME")]
    [InlineData("--aws-target-profile= ", "--aws-target-profile=NAME")]
    public async Task An_argument_that_makes_no_sense_is_named(string argument, string remedy)
    {
        await using TasksFixture fixture = await TasksFixture.StartAsync();

        BuildResult result = fixture.Run("--target=Deploy", argument);

        result.AssertFailed();
        Assert.Contains(remedy, result.Error, StringComparison.Ordinal);
        Assert.Equal(0, fixture.Emulator.Calls.Total);
    }

    [Fact]
    public async Task No_secret_is_printed_at_any_verbosity()
    {
        await using TasksFixture fixture = await TasksFixture.StartAsync();
        string token = await File.ReadAllTextAsync(fixture.Home.LogIn(fixture.Emulator));
        var settings = new OwnSettings { Profile = "dev" };

        BuildResult result = fixture.Run(settings, "--target=Deploy", "--verbosity=diagnostic");

        result.AssertSucceeded();
        string accessToken = System.Text.Json.Nodes.JsonNode.Parse(token)!["accessToken"]!.GetValue<string>();
        Assert.All(
            [accessToken, settings.Received!.SecretAccessKey, settings.Received.SessionToken],
            secret => Assert.DoesNotContain(secret, result.All, StringComparison.Ordinal));
    }
}
