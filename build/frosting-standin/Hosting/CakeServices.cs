using Cake.Cli;
using Cake.Common.Modules;
using Cake.Core;
using Cake.Core.Configuration;
using Cake.Core.IO;
using Cake.Core.Modules;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console.Cli;

namespace Cake.Frosting.Hosting;

/// <summary>Cake's own services, as a build finds them before it registers any of its own.</summary>
internal static class CakeServices
{
    public static void AddTo(IServiceCollection services)
    {
        services.AddCakeDiagnostics();
        services.UseModule<CoreModule>();
        services.UseModule<CommonModule>();
        services.AddSingleton<IVersionResolver, VersionResolver>();
        services.AddSingleton<VersionFeature>();
        services.AddSingleton<InfoFeature>();
        services.AddSingleton(Configuration);
        services.AddSingleton<IFrostingContext, FrostingContext>();
        services.AddSingleton<BuildScriptHost<IFrostingContext>>();
        services.AddSingleton<DryRunScriptHost<IFrostingContext>>();
        services.AddSingleton<TreeScriptHost>();
        services.AddSingleton<DescriptionScriptHost>();
        services.AddSingleton<TaskRegistration>();
    }

    // As `dotnet cake` reads it: variables and cake.config of the working directory, and switches such as --settings_….
    private static ICakeConfiguration Configuration(IServiceProvider provider)
    {
        ICakeEnvironment environment = provider.GetRequiredService<ICakeEnvironment>();
        Dictionary<string, string> switches = provider.GetRequiredService<IRemainingArguments>().Parsed
            .ToDictionary(group => group.Key, group => group.LastOrDefault() ?? "", StringComparer.OrdinalIgnoreCase);
        return new CakeConfigurationProvider(provider.GetRequiredService<IFileSystem>(), environment)
            .CreateConfiguration(environment.WorkingDirectory, switches);
    }
}
