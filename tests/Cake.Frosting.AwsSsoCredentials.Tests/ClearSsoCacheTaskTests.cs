using AwsSsoCredentials;
using Cake.Frosting.AwsSsoCredentials.Tests.Support;

namespace Cake.Frosting.AwsSsoCredentials.Tests;

public class ClearSsoCacheTaskTests
{
    [Fact]
    public async Task It_removes_the_cached_tokens()
    {
        await using TasksFixture fixture = await TasksFixture.StartAsync();
        string token = fixture.Home.LogIn(fixture.Emulator);

        BuildResult result = fixture.Run("--target=ClearSsoCache");

        result.AssertSucceeded();
        Assert.False(File.Exists(token));
        Assert.Contains("Cache cleared", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_context_can_name_the_session()
    {
        await using TasksFixture fixture = await TasksFixture.StartAsync();
        string token = fixture.Home.LogIn(fixture.Emulator);
        string other = fixture.Emulator.IssueToken().WriteCacheFile(fixture.Home.TokenFolder, "other", "eu-central-1");

        fixture.Run(new OwnSettings { Clear = new ClearSsoCacheSettings { Session = "other" } }, "--target=ClearSsoCache").AssertSucceeded();

        Assert.True(File.Exists(token));
        Assert.False(File.Exists(other));
    }

    [Fact]
    public async Task No_other_task_brings_it_about()
    {
        await using TasksFixture fixture = await TasksFixture.StartAsync();
        string token = fixture.Home.LogIn(fixture.Emulator);

        fixture.Run("--target=Deploy", "--aws-profile=dev").AssertSucceeded();

        Assert.True(File.Exists(token));
    }
}
