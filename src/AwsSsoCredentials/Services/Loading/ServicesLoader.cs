using System.Reflection;
using System.Runtime.Loader;
using AwsSsoCredentials.Services.Contracts;

namespace AwsSsoCredentials.Services.Loading;

/// <summary>
/// Loads the assembly that talks to AWS on first use, so that scripts which need no network load no AWS SDK.
/// </summary>
/// <remarks>
/// Cake loads every dll of an add-in's <c>lib/</c> folder into its own context before line 1 of a script; an AWS SDK there would break a script
/// that uses another version of it. So the script package keeps it in <c>sdk/</c> beside <c>lib/</c>, and it gets a context of its own.
/// </remarks>
internal static class ServicesLoader
{
    private const string AssemblyName = "AwsSsoCredentials.Services";
    private const string FactoryName = AssemblyName + ".ServiceFactory";

    private static readonly Lazy<Type> Factory = new(Find);

    /// <summary>Makes a factory of the service clients.</summary>
    /// <param name="timeProvider">The clock by which answers are judged; the system's when null.</param>
    /// <exception cref="SsoConfigurationException">The package is incomplete.</exception>
    public static IServiceFactory Load(TimeProvider? timeProvider = null)
    {
        try
        {
            return (IServiceFactory)Activator.CreateInstance(
                Factory.Value, BindingFlags.DoNotWrapExceptions, null, [timeProvider ?? TimeProvider.System], null)!;
        }
        catch (Exception cause) when (cause is IOException or BadImageFormatException or TypeLoadException)
        {
            throw new SsoConfigurationException(
                $"Cake.AwsSsoCredentials is incomplete: {cause.Message.ReplaceLineEndings(" ")} Delete the package's folder below tools/ and its copy "
                + "in the NuGet package folder (~/.nuget/packages), and run the build again.",
                cause);
        }
    }

    /// <summary>Finds the implementation that belongs to this assembly: in its package, else beside it.</summary>
    private static Type Find()
    {
        var addIn = typeof(ServicesLoader).Assembly;
        var packaged = PackagedPath(addIn.Location);
        var assembly = packaged is not null
            ? LoadPackage(packaged, addIn)
            : (AssemblyLoadContext.GetLoadContext(addIn) ?? AssemblyLoadContext.Default).LoadFromAssemblyName(new AssemblyName(AssemblyName));
        var type = assembly.GetType(FactoryName, throwOnError: true)!;
        return typeof(IServiceFactory).IsAssignableFrom(type)
            ? type
            : throw new TypeLoadException($"{assembly.Location} belongs to another copy of {addIn.Location}.");
    }

    private static Assembly LoadPackage(string path, Assembly addIn)
    {
        var folder = Path.GetDirectoryName(path)!;
        var assembly = new PrivateAssemblyLoadContext(folder, addIn).LoadFromAssemblyPath(path);

        // Otherwise a missing part would show only at the first call of the service concerned, as a riddle.
        var missing = assembly.GetReferencedAssemblies()
            .Where(r => r.Name!.StartsWith("AWSSDK.", StringComparison.Ordinal))
            .Select(r => Path.Combine(folder, r.Name + ".dll"))
            .FirstOrDefault(file => !File.Exists(file));
        return missing is null ? assembly : throw new FileNotFoundException($"{missing} is missing.", missing);
    }

    /// <summary>Where the script package <c>ROOT/lib/FRAMEWORK/add-in.dll</c> keeps the implementation; null for any other layout.</summary>
    private static string? PackagedPath(string addInPath)
    {
        // Empty for an assembly that was loaded out of memory.
        var framework = Path.GetDirectoryName(addInPath);
        var lib = Path.GetDirectoryName(framework);
        if (!string.Equals(Path.GetFileName(lib), "lib", StringComparison.OrdinalIgnoreCase) || Path.GetDirectoryName(lib) is not { } root)
        {
            return null;
        }

        var sdk = Path.Combine(root, "sdk", Path.GetFileName(framework)!);

        // NuGet's own lib/ folders look alike where a project runs out of them; there the implementation is an ordinary dependency.
        return Directory.Exists(sdk) ? Path.Combine(sdk, AssemblyName + ".dll") : null;
    }
}
