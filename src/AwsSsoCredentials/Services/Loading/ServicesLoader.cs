using System.Reflection;
using System.Runtime.Loader;
using AwsSsoCredentials.Services.Contracts;

namespace AwsSsoCredentials.Services.Loading;

/// <summary>
/// Loads the assembly that talks to AWS on first use, so that scripts which need no network load no AWS SDK.
/// </summary>
/// <remarks>
/// Cake loads every dll of an add-in's <c>lib/</c> folder into its own context before line 1 of a script; an AWS SDK there would break a script
/// that uses another version of it, and so would one among the references of a program. So both kinds of build keep it in a folder of its own
/// (<see cref="ServicesFolder"/>), and it gets a context of its own.
/// </remarks>
internal static class ServicesLoader
{
    private const string FactoryName = ServicesFolder.AssemblyName + ".ServiceFactory";

    private static readonly Lazy<Type> Factory = new(Find);

    /// <summary>Makes a factory of the service clients.</summary>
    /// <param name="timeProvider">The clock by which answers are judged; the system's when null.</param>
    /// <exception cref="SsoConfigurationException">The package is incomplete, or the program was published in a form that cannot load it.</exception>
    public static IServiceFactory Load(TimeProvider? timeProvider = null)
    {
        try
        {
            return (IServiceFactory)Activator.CreateInstance(
                Factory.Value, BindingFlags.DoNotWrapExceptions, null, [timeProvider ?? TimeProvider.System], null)!;
        }
        catch (Exception cause) when (cause is IOException or BadImageFormatException or TypeLoadException or MissingMemberException or PlatformNotSupportedException)
        {
            throw new SsoConfigurationException(ServicesFolder.Failure(typeof(ServicesLoader).Assembly.Location, cause), cause);
        }
    }

    /// <summary>Finds the implementation that belongs to this assembly: in its folder, else beside it.</summary>
    private static Type Find()
    {
        var addIn = typeof(ServicesLoader).Assembly;
        var assembly = ServicesFolder.Of(addIn.Location) is { } folder
            ? LoadPrivately(folder, addIn)
            : (AssemblyLoadContext.GetLoadContext(addIn) ?? AssemblyLoadContext.Default)
                .LoadFromAssemblyName(new AssemblyName(ServicesFolder.AssemblyName));
        var type = assembly.GetType(FactoryName, throwOnError: true)!;
        return typeof(IServiceFactory).IsAssignableFrom(type)
            ? type
            : throw new TypeLoadException($"{assembly.Location} belongs to another copy of {addIn.Location}.");
    }

    private static Assembly LoadPrivately(string folder, Assembly addIn)
    {
        var assembly = new PrivateAssemblyLoadContext(folder, addIn).LoadFromAssemblyPath(Path.Combine(folder, ServicesFolder.AssemblyName + ".dll"));

        // Otherwise a missing part would show only at the first call of the service concerned, as a riddle.
        var missing = assembly.GetReferencedAssemblies()
            .Where(r => r.Name!.StartsWith("AWSSDK.", StringComparison.Ordinal))
            .Select(r => Path.Combine(folder, r.Name + ".dll"))
            .FirstOrDefault(file => !File.Exists(file));
        return missing is null ? assembly : throw new FileNotFoundException($"{missing} is missing.", missing);
    }
}
