using AwsSsoCredentials;
using Cake.Frosting.AwsSsoCredentials.Tests.Support;

namespace Cake.Frosting.AwsSsoCredentials.Tests;

public class WriteCredentialsProfileTaskTests
{
    [Fact]
    public async Task A_plain_build_writes_what_its_arguments_name()
    {
        await using TasksFixture fixture = await TasksFixture.StartAsync();
        fixture.Home.LogIn(fixture.Emulator);

        fixture.Run("--target=Deploy", "--aws-profile=dev", "--aws-target-profile=dev-keys").AssertSucceeded();

        Assert.Contains("[dev-keys]\naws_access_key_id = ASIA", fixture.Home.Credentials, StringComparison.Ordinal);
        Assert.Equal("111122223333/Developer -> dev-keys", fixture.Deployed);
    }

    [Fact]
    public async Task A_build_with_another_context_does_so_too()
    {
        await using TasksFixture fixture = await TasksFixture.StartAsync();
        fixture.Home.LogIn(fixture.Emulator);

        fixture.Run(host => host.UseContext<OtherContext>(), "--target=Deploy", "--aws-profile=staging", "--aws-target-profile=keys").AssertSucceeded();

        Assert.Contains("[keys]\n", fixture.Home.Credentials, StringComparison.Ordinal);
        Assert.Equal("444455556666/Deployer -> keys", fixture.Deployed);
    }

    [Fact]
    public async Task Without_a_target_profile_the_SSO_profiles_own_name_counts()
    {
        await using TasksFixture fixture = await TasksFixture.StartAsync();
        fixture.Home.LogIn(fixture.Emulator);

        fixture.Run("--target=WriteCredentialsProfile", "--aws-profile=dev").AssertSucceeded();

        Assert.Contains("[dev]\n", fixture.Home.Credentials, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_context_decides_before_the_arguments()
    {
        await using TasksFixture fixture = await TasksFixture.StartAsync();
        fixture.Home.LogIn(fixture.Emulator);
        var settings = new OwnSettings { Profile = "dev", Write = new WriteCredentialsProfileSettings { TargetProfile = "own-keys" } };

        fixture.Run(settings, "--target=Deploy", "--aws-profile=staging", "--aws-target-profile=other").AssertSucceeded();

        Assert.Equal("111122223333/Developer -> own-keys", fixture.Deployed);
        Assert.Contains("[own-keys]\n", fixture.Home.Credentials, StringComparison.Ordinal);
        Assert.DoesNotContain("[other]", fixture.Home.Credentials, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_context_leaves_open_the_arguments_decide()
    {
        await using TasksFixture fixture = await TasksFixture.StartAsync();
        fixture.Home.LogIn(fixture.Emulator);

        fixture.Run(new OwnSettings(), "--target=Deploy", "--aws-profile=staging", "--aws-target-profile=keys").AssertSucceeded();

        Assert.Equal("444455556666/Deployer -> keys", fixture.Deployed);
    }

    [Fact]
    public async Task Keys_that_stand_there_already_are_not_written_again_and_the_build_goes_on()
    {
        await using TasksFixture fixture = await TasksFixture.StartAsync();
        fixture.Home.LogIn(fixture.Emulator);
        string[] arguments = ["--target=Deploy", "--aws-profile=dev", "--aws-target-profile=dev-keys"];
        fixture.Run(arguments).AssertSucceeded();
        DateTime written = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(fixture.Home.CredentialsPath, written);

        BuildResult second = fixture.Run(arguments);

        second.AssertSucceeded();
        Assert.Contains("WriteCredentialsProfile skipped: profile [dev-keys]", second.Output, StringComparison.Ordinal);
        Assert.Equal(written, File.GetLastWriteTimeUtc(fixture.Home.CredentialsPath));
        Assert.Equal("111122223333/Developer -> dev-keys", fixture.Deployed);
    }

    [Fact]
    public async Task As_the_target_itself_it_succeeds_also_when_there_is_nothing_to_write()
    {
        await using TasksFixture fixture = await TasksFixture.StartAsync();
        fixture.Home.LogIn(fixture.Emulator);
        fixture.Run("--target=WriteCredentialsProfile", "--aws-profile=dev").AssertSucceeded();

        fixture.Run("--target=WriteCredentialsProfile", "--aws-profile=dev").AssertSucceeded();
    }

    [Fact]
    public async Task Long_lived_keys_are_refused_and_stop_Deploy()
    {
        const string LongLived = "[dev-keys]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = kept\n";
        await using TasksFixture fixture = await TasksFixture.StartAsync();
        fixture.Home.LogIn(fixture.Emulator);
        await File.WriteAllTextAsync(fixture.Home.CredentialsPath, LongLived);

        BuildResult result = fixture.Run("--target=Deploy", "--aws-profile=dev", "--aws-target-profile=dev-keys");

        result.AssertFailed();
        Assert.Contains("dev-keys", result.Error, StringComparison.Ordinal);
        Assert.Equal(LongLived, fixture.Home.Credentials);
        Assert.Equal("", fixture.Deployed);
    }

    [Fact]
    public async Task The_context_can_allow_to_overwrite_them()
    {
        await using TasksFixture fixture = await TasksFixture.StartAsync();
        fixture.Home.LogIn(fixture.Emulator);
        await File.WriteAllTextAsync(fixture.Home.CredentialsPath, "[keys]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = lost\n");
        var settings = new OwnSettings { Profile = "dev", Write = new WriteCredentialsProfileSettings { TargetProfile = "keys", Overwrite = true } };

        fixture.Run(settings, "--target=Deploy").AssertSucceeded();

        Assert.DoesNotContain("AKIA", fixture.Home.Credentials, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_without_what_it_depends_on_it_says_what_is_missing()
    {
        await using TasksFixture fixture = await TasksFixture.StartAsync();

        BuildResult result = fixture.Run("--target=WriteCredentialsProfile", "--exclusive");

        result.AssertFailed();
        Assert.Contains("GenerateSsoCredentials", result.Error, StringComparison.Ordinal);
        Assert.Contains("--exclusive", result.Error, StringComparison.Ordinal);
    }
}
