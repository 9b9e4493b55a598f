using Cake.Core;
using Cake.Core.Configuration;
using Cake.Core.IO;
using Cake.Core.Tooling;

namespace Cake.AwsSsoCredentials.Tests;

/// <summary>A Cake context of Cake's own public types, with variables, arguments and a log of its own.</summary>
internal static class CakeContextFixture
{
    public static ICakeContext Create(IReadOnlyDictionary<string, string> variables, RecordingCakeLog log, params (string Name, string Value)[] arguments)
    {
        var files = new FileSystem();
        var environment = new EnvironmentWith(variables);
        var configuration = new CakeConfiguration(new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase));
        var globber = new Globber(files, environment);
        var tools = new ToolLocator(
            environment, new ToolRepository(environment), new ToolResolutionStrategy(files, environment, globber, configuration, log));
        return new CakeContext(
            files,
            environment,
            globber,
            log,
            new CakeArguments(arguments.ToLookup(argument => argument.Name, argument => argument.Value, StringComparer.OrdinalIgnoreCase)),
            new ProcessRunner(files, environment, log, tools, configuration),
            new WindowsRegistry(),
            tools,
            new CakeDataService(),
            configuration,
            new ToolInstaller(environment, tools, configuration, log, []),
            new NoServices());
    }

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }

    /// <summary>Cake's environment, but for the variables.</summary>
    private sealed class EnvironmentWith(IReadOnlyDictionary<string, string> variables) : ICakeEnvironment
    {
        private readonly CakeEnvironment _inner = new(new CakePlatform(), new CakeRuntime());

        public DirectoryPath WorkingDirectory { get => _inner.WorkingDirectory; set => throw new NotSupportedException(); }

        public DirectoryPath ApplicationRoot => _inner.ApplicationRoot;

        public ICakePlatform Platform => _inner.Platform;

        public ICakeRuntime Runtime => _inner.Runtime;

        public DirectoryPath UserHomeDirectory => _inner.UserHomeDirectory;

        public DirectoryPath GetSpecialPath(SpecialPath path) => _inner.GetSpecialPath(path);

        public string? GetEnvironmentVariable(string variable) => variables.GetValueOrDefault(variable);

        public IDictionary<string, string?> GetEnvironmentVariables() =>
            variables.ToDictionary(pair => pair.Key, pair => (string?)pair.Value, StringComparer.OrdinalIgnoreCase);
    }
}
