using System.Reflection;
using System.Runtime.Loader;

namespace Cake.AwsSsoCredentials.Services;

/// <summary>
/// Loads the assembly that talks to AWS on first use, so that scripts which need no network load no AWS SDK.
/// </summary>
/// <remarks>
/// Cake loads every dll of an add-in's <c>lib/</c> folder into its own context before line 1 of a script; an AWS SDK there would break a script
/// that uses another version of it. So the script package keeps it in <c>sdk/</c> beside <c>lib/</c>, and it gets a context of its own.
/// </remarks>
internal static class ServicesLoader
{
    private const string AssemblyName = "Cake.AwsSsoCredentials.Services";
    private const string FactoryName = AssemblyName + ".ServiceFactory";

    private static readonly Lazy<Type> Factory = new(() => Find(typeof(ServicesLoader).Assembly));

    /// <summary>Makes a factory of the service clients.</summary>
    /// <param name="timeProvider">The clock by which answers are judged; the system's when null.</param>
    /// <exception cref="SsoConfigurationException">The package is incomplete.</exception>
    public static IServiceFactory Load(TimeProvider? timeProvider = null) =>
        (IServiceFactory)Activator.CreateInstance(Factory.Value, timeProvider ?? TimeProvider.System)!;

    /// <summary>Finds the implementation that belongs to an add-in assembly: in its package, else in its load context.</summary>
    internal static Type Find(Assembly addIn)
    {
        var packaged = PackagedPath(addIn.Location);
        try
        {
            var assembly = packaged is not null && File.Exists(packaged)
                ? new PrivateAssemblyLoadContext(Path.GetDirectoryName(packaged)!, addIn).LoadFromAssemblyPath(packaged)
                : (AssemblyLoadContext.GetLoadContext(addIn) ?? AssemblyLoadContext.Default)
                    .LoadFromAssemblyName(new AssemblyName(AssemblyName));
            return assembly.GetType(FactoryName, throwOnError: true)!;
        }
        catch (Exception cause) when (cause is IOException or BadImageFormatException or TypeLoadException)
        {
            throw new SsoConfigurationException(
                $"Cake.AwsSsoCredentials is incomplete: {packaged ?? AssemblyName + ".dll"} is missing or damaged. Delete the package's folder "
                + "below tools/ (and its copy in the NuGet package folder) and run the build again, or add the package to the project again.",
                cause);
        }
    }

    /// <summary>Where the script package <c>ROOT/lib/FRAMEWORK/add-in.dll</c> keeps the implementation; null for any other layout.</summary>
    private static string? PackagedPath(string addInPath)
    {
        // Empty for an assembly that was loaded out of memory.
        var framework = Path.GetDirectoryName(addInPath);
        var lib = Path.GetDirectoryName(framework);
        return string.Equals(Path.GetFileName(lib), "lib", StringComparison.OrdinalIgnoreCase) && Path.GetDirectoryName(lib) is { } root
            ? Path.Combine(root, "sdk", Path.GetFileName(framework)!, AssemblyName + ".dll")
            : null;
    }
}
