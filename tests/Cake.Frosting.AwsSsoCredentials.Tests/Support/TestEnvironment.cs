using Cake.Core;
using Cake.Core.IO;

namespace Cake.Frosting.AwsSsoCredentials.Tests.Support;

/// <summary>The machine as it is, with the variables of a test instead of the process's.</summary>
internal sealed class TestEnvironment(IReadOnlyDictionary<string, string> variables) : ICakeEnvironment
{
    private readonly CakeEnvironment _machine = new(new CakePlatform(), new CakeRuntime());

    public DirectoryPath WorkingDirectory { get => _machine.WorkingDirectory; set => _machine.WorkingDirectory = value; }

    public DirectoryPath ApplicationRoot => _machine.ApplicationRoot;

    public ICakePlatform Platform => _machine.Platform;

    public ICakeRuntime Runtime => _machine.Runtime;

    public DirectoryPath GetSpecialPath(SpecialPath path) => _machine.GetSpecialPath(path);

    public string? GetEnvironmentVariable(string variable) => variables.GetValueOrDefault(variable);

    public IDictionary<string, string?> GetEnvironmentVariables() => variables.ToDictionary(pair => pair.Key, string? (pair) => pair.Value);
}
