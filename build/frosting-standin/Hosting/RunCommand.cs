using Cake.Cli;
using Cake.Cli.Infrastructure;
using Cake.Core;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using Cake.Core.Scripting;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console.Cli;

namespace Cake.Frosting.Hosting;

/// <summary>Runs a build as its command line says.</summary>
internal sealed class RunCommand(IServiceCollection services) : Command<RunSettings>
{
    private const string DefaultTarget = "Default";

    public override int Execute(CommandContext context, RunSettings settings, CancellationToken cancellationToken)
    {
        string[] targets = settings.Targets is { Length: > 0 } named ? named : [DefaultTarget];
        services.AddSingleton(context.Remaining);
        services.AddSingleton<ICakeArguments>(context.Remaining.ToCakeArguments(targets));
        using ServiceProvider provider = services.BuildServiceProvider();
        if (settings.ShowVersion)
        {
            provider.GetRequiredService<VersionFeature>().Run(provider.GetRequiredService<IConsole>());
            return 0;
        }

        if (settings.ShowInfo)
        {
            provider.GetRequiredService<InfoFeature>().Run(provider.GetRequiredService<IConsole>());
            return 0;
        }

        ICakeLog log = provider.GetRequiredService<ICakeLog>();
        log.Verbosity = settings.Verbosity;
        try
        {
            Enter(settings.Folder ?? provider.GetService<StartFolder>()?.Path, provider);
            Run(targets, settings, provider);
            return 0;
        }
        catch (Exception failure)
        {
            // Prints it as `dotnet cake` does: a line, and more at --verbosity=diagnostic.
            return log.LogException(failure);
        }
    }

    private static void Enter(DirectoryPath? folder, ServiceProvider provider)
    {
        ICakeEnvironment environment = provider.GetRequiredService<ICakeEnvironment>();
        DirectoryPath full = (folder ?? environment.WorkingDirectory).MakeAbsolute(environment);
        if (!provider.GetRequiredService<IFileSystem>().Exist(full))
        {
            throw new FrostingException($"The working directory {full} does not exist.");
        }

        environment.WorkingDirectory = full;
    }

    private static void Run(string[] targets, RunSettings settings, ServiceProvider provider)
    {
        IScriptHost host = settings switch
        {
            { DryRun: true } => provider.GetRequiredService<DryRunScriptHost<IFrostingContext>>(),
            { Tree: true } => provider.GetRequiredService<TreeScriptHost>(),
            { Describe: true } => provider.GetRequiredService<DescriptionScriptHost>(),
            _ => provider.GetRequiredService<BuildScriptHost<IFrostingContext>>(),
        };
        if (settings.Exclusive)
        {
            host.Settings.UseExclusiveTarget();
        }

        provider.GetRequiredService<TaskRegistration>().Register();
        host.RunTargetsAsync(targets).GetAwaiter().GetResult();
    }
}
