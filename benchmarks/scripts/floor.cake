#addin nuget:?package=Cake.AwsSsoCredentials.EmptyAddIn&version=%BENCHMARK_VERSION%

Task("Default").Does(() => DoNothing());

RunTarget("Default");
