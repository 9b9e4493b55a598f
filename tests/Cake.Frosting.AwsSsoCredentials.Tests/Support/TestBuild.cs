using Cake.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.AwsSsoCredentials.Tests.Support;

/// <summary>A Frosting build inside the test process.</summary>
internal sealed class TestBuild
{
    // Before the host, which may keep the console it finds.
    private readonly CapturedConsole _output = CapturedConsole.Output;
    private readonly CapturedConsole _error = CapturedConsole.Error;
    private readonly CakeHost _host = new();
    private readonly Dictionary<string, string> _variables = new() { ["NO_COLOR"] = "1" };

    /// <summary>Makes a build with these tasks; they may ask for a <see cref="Tests.Support.Journal"/>.</summary>
    public TestBuild(params Type[] tasks)
    {
        _host.ConfigureServices(services =>
        {
            services.AddSingleton(Journal);
            services.AddSingleton<ICakeEnvironment>(new TestEnvironment(_variables));
            foreach (Type task in tasks)
            {
                services.AddSingleton(typeof(IFrostingTask), task);
            }
        });
    }

    public Journal Journal { get; } = new();

    public TestBuild Configure(Func<CakeHost, CakeHost> configure)
    {
        configure(_host);
        return this;
    }

    public TestBuild WithVariables(IEnumerable<KeyValuePair<string, string>> variables)
    {
        foreach ((string name, string value) in variables)
        {
            _variables[name] = value;
        }

        return this;
    }

    public BuildResult Run(params string[] arguments)
    {
        _output.Take();
        _error.Take();
        int exitCode = _host.Run(arguments);
        return new BuildResult(exitCode, _output.Take(), _error.Take());
    }
}
