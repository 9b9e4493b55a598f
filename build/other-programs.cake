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
    .Description("Shares tokens and keys with the JavaScript SDK, boto3 and the AWS CLI; needs node 20 with npm, python3 with boto3 1.28, and the AWS CLI 2.13.")
    .Does(() =>
{
    if (Context.Tools.Resolve(IsRunningOnWindows() ? "npm.cmd" : "npm") is { } npm
        && StartProcess(npm, new ProcessSettings { Arguments = "ci --silent", WorkingDirectory = Paths.InterchangeTests.Combine("js") }) != 0)
    {
        throw new CakeException("npm ci failed; see above.");
    }

    TestWithOtherPrograms(Paths.InterchangeTests, "node", "npm", "python3", "aws");
});
