// The project's own pipeline. `./build.sh --description` lists the targets.
#load build/paths.cake
#load build/quality.cake
#load build/other-programs.cake
#load build/pack.cake
#load build/deploy.cake
#load build/benchmark.cake

Task("Default")
    .Description("Checks the format, builds, tests and packs.")
    .IsDependentOn("Lint")
    .IsDependentOn("Test")
    .IsDependentOn("Pack");

RunTarget(Argument("target", "Default"));
