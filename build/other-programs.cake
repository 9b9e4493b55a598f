// Tests that need more than the .NET SDK. Those that cannot be run here are reported as skipped.
void TestWithOtherPrograms(DirectoryPath project, params string[] programs)
{
    foreach (var program in programs.Where(program => Context.Tools.Resolve(program) is null))
    {
        Warning($"{program} is not on the PATH: the tests that need it are skipped.");
    }

    DotNetTest(project.FullPath, new DotNetTestSettings
    {
        MSBuildSettings = new DotNetMSBuildSettings().WithProperty("OtherPrograms", "true"),
    });
}

Task("Test-Browser")
    .Description("Signs in with a real browser; needs chromium and chromedriver.")
    .Does(() => TestWithOtherPrograms(Paths.BrowserTests, "chromium", "chromedriver"));

Task("Test-Interchange")
    .Description("Shares a token cache with the JavaScript SDK and the AWS CLI, and reads the homes that boto3 reads; needs node 20 with npm, the AWS CLI 2.13, and python3 with boto3.")
    .Does(() =>
{
    if (Context.Tools.Resolve(IsRunningOnWindows() ? "npm.cmd" : "npm") is { } npm
        && StartProcess(npm, new ProcessSettings { Arguments = "ci --silent", WorkingDirectory = Paths.InterchangeTests.Combine("js") }) != 0)
    {
        throw new CakeException("npm ci failed; see above.");
    }

    TestWithOtherPrograms(Paths.InterchangeTests, "node", "npm", "aws", "python3");
});
