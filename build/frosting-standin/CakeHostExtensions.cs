using Cake.Core.IO;
using Cake.Frosting.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting;

/// <summary>What a build usually tells its host.</summary>
public static class CakeHostExtensions
{
    /// <summary>Gives the tasks a context of the build's own.</summary>
    /// <typeparam name="TContext">Its type.</typeparam>
    /// <param name="host">The host.</param>
    /// <returns>The host.</returns>
    public static CakeHost UseContext<TContext>(this CakeHost host)
        where TContext : class, IFrostingContext =>
        host.ConfigureServices(services => services.AddSingleton<IFrostingContext, TContext>());

    /// <summary>Lets something happen before the first and after the last task.</summary>
    /// <typeparam name="TLifetime">Its type.</typeparam>
    /// <param name="host">The host.</param>
    /// <returns>The host.</returns>
    public static CakeHost UseLifetime<TLifetime>(this CakeHost host)
        where TLifetime : class, IFrostingLifetime =>
        host.ConfigureServices(services => services
            .AddSingleton<TLifetime>()
            .AddSingleton<IFrostingSetup>(provider => provider.GetRequiredService<TLifetime>())
            .AddSingleton<IFrostingTeardown>(provider => provider.GetRequiredService<TLifetime>()));

    /// <summary>Runs the build in a folder; <c>--working</c> on the command line counts more.</summary>
    /// <param name="host">The host.</param>
    /// <param name="path">The folder; a relative one is seen from the current folder.</param>
    /// <returns>The host.</returns>
    public static CakeHost UseWorkingDirectory(this CakeHost host, DirectoryPath path) =>
        host.ConfigureServices(services => services.AddSingleton(new StartFolder(path)));
}
