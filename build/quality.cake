Task("Lint")
    .Description("Fails when `dotnet format` would change a file.")
    .Does(() => DotNetFormat(Paths.Solution.FullPath, new DotNetFormatSettings { VerifyNoChanges = true }));

Task("Build")
    .Description("Builds everything; warnings are errors.")
    .Does(() => DotNetBuild(Paths.Solution.FullPath));

Task("Test")
    .Description("Runs the tests, as `dotnet test` does.")
    .Does(() => DotNetTest(Paths.Solution.FullPath));
