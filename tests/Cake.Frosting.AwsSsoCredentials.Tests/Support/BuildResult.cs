namespace Cake.Frosting.AwsSsoCredentials.Tests.Support;

/// <summary>What a build left behind: its exit code, and what it printed without colours.</summary>
internal sealed record BuildResult(int ExitCode, string Output, string Error)
{
    public string All => $"exit code {ExitCode}\n--- stdout\n{Output}\n--- stderr\n{Error}";

    public void AssertSucceeded() => Assert.True(ExitCode == 0, All);

    public void AssertFailed() => Assert.True(ExitCode != 0, All);
}
