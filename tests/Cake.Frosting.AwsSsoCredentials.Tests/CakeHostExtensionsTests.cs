using Cake.Frosting.AwsSsoCredentials.Tests.Support;

namespace Cake.Frosting.AwsSsoCredentials.Tests;

public class CakeHostExtensionsTests
{
    [Fact]
    public async Task The_tree_shows_the_three_tasks()
    {
        await using TasksFixture fixture = await TasksFixture.StartAsync();

        BuildResult result = fixture.Run("--tree");

        result.AssertSucceeded();
        Assert.Contains("Deploy\n└─WriteCredentialsProfile\n   └─GenerateSsoCredentials\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("\nClearSsoCache\n", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ClearSsoCache")]
    [InlineData("GenerateSsoCredentials")]
    [InlineData("WriteCredentialsProfile")]
    public async Task The_description_says_what_each_does(string task)
    {
        await using TasksFixture fixture = await TasksFixture.StartAsync();

        BuildResult result = fixture.Run("--description");

        result.AssertSucceeded();
        Assert.Matches($"{task} +[A-Z][a-z]+s ", result.Output);
    }

    [Fact]
    public async Task A_dry_run_lists_the_tasks_and_changes_nothing_on_disk()
    {
        await using TasksFixture fixture = await TasksFixture.StartAsync();
        fixture.Home.LogIn(fixture.Emulator);
        IReadOnlyList<string> before = fixture.Home.Everything;

        BuildResult result = fixture.Run("--target=Deploy", "--dryrun", "--aws-profile=dev");

        result.AssertSucceeded();
        Assert.Contains("1. GenerateSsoCredentials", result.Output, StringComparison.Ordinal);
        Assert.Contains("2. WriteCredentialsProfile", result.Output, StringComparison.Ordinal);
        Assert.Contains("3. Deploy", result.Output, StringComparison.Ordinal);
        Assert.Equal(before, fixture.Home.Everything);
        Assert.Equal(0, fixture.Emulator.Calls.Total);
        Assert.Equal("", fixture.Deployed);
    }

    [Fact]
    public async Task Without_it_the_dependency_is_named_as_missing()
    {
        await using TasksFixture fixture = await TasksFixture.StartAsync();

        BuildResult result = new TestBuild(typeof(DeployTask)).Run("--target=Deploy");

        result.AssertFailed();
        Assert.Contains("WriteCredentialsProfile", result.Error, StringComparison.Ordinal);
    }
}
