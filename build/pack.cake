Task("Pack")
    .Description("Makes the packages; --package-version=V and --output=DIR choose their version and place.")
    .Does(() =>
{
    var output = MakeAbsolute(Directory(Argument("output", Paths.Artifacts.Combine("packages").FullPath)));
    var settings = new DotNetPackSettings { Configuration = "Release", OutputDirectory = output };
    if (Argument<string>("package-version", null) is { } version)
    {
        settings.MSBuildSettings = new DotNetMSBuildSettings().WithProperty("Version", version);
    }

    foreach (var project in new[] { Paths.AddIn, Paths.Frosting, Paths.Emulator, Paths.EmulatorTool })
    {
        DotNetPack(project.FullPath, settings);
    }
});
