using System.Reflection;
using Cake.Frosting.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console.Cli;

namespace Cake.Frosting;

/// <summary>Puts a build together and runs it on Cake's engine.</summary>
public sealed class CakeHost
{
    private readonly ServiceCollection _services = new();
    private readonly List<Assembly> _assemblies = [];

    /// <summary>Makes a host which knows the tasks of the program itself.</summary>
    public CakeHost()
    {
        CakeServices.AddTo(_services);
        if (Assembly.GetEntryAssembly() is { } program)
        {
            _assemblies.Add(program);
        }
    }

    /// <summary>Adds the tasks of another assembly.</summary>
    /// <param name="assembly">The assembly; its public task classes count.</param>
    /// <returns>This host.</returns>
    public CakeHost AddAssembly(Assembly assembly)
    {
        _assemblies.Add(assembly);
        return this;
    }

    /// <summary>Registers services for tasks, contexts and lifetimes; the last registration of a type wins.</summary>
    /// <param name="services">Registers them.</param>
    /// <returns>This host.</returns>
    public CakeHost ConfigureServices(Action<IServiceCollection> services)
    {
        services(_services);
        return this;
    }

    /// <summary>Runs the build that the command line asks for.</summary>
    /// <param name="args">The arguments of the program.</param>
    /// <returns>The exit code of the program: 0 when all went well.</returns>
    public int Run(IEnumerable<string> args)
    {
        foreach (Type task in _assemblies.SelectMany(TasksIn))
        {
            _services.AddSingleton(typeof(IFrostingTask), task);
        }

        var registrar = new Cake.Cli.TypeRegistrar();
        registrar.RegisterInstance(typeof(IServiceCollection), _services);
        return new CommandApp<RunCommand>(registrar).Run(args);
    }

    private static IEnumerable<Type> TasksIn(Assembly assembly) =>
        assembly.GetExportedTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IFrostingTask)));
}
