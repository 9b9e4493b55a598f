#addin nuget:?package=Cake.AwsSsoCredentials&version=%BENCHMARK_VERSION%

// Generates where [dev-keys] holds nothing of use, and takes what is still valid again where it does.
Task("Default").Does(() =>
    WriteCredentialsProfile(GenerateSsoCredentials("dev", new GenerateSsoCredentialsSettings { ReuseFrom = "dev-keys" }), "dev-keys"));

RunTarget("Default");
