using System.Reflection;
using System.Runtime.Loader;

namespace AwsSsoCredentials.Services.Loading;

/// <summary>
/// Holds the AWS SDK of this add-in apart from any other one in the process: assemblies of one folder, the add-in's own assembly for the
/// shared interfaces, and the framework for the rest.
/// </summary>
internal sealed class PrivateAssemblyLoadContext(string folder, Assembly addIn) : AssemblyLoadContext(ContextName)
{
    /// <summary>The name of the context, by which the code in it knows that it has the AWS SDK for itself.</summary>
    public const string ContextName = "AwsSsoCredentials";

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        // The very assembly that asks: a second copy would have interfaces of its own, and every cast would fail.
        if (assemblyName.Name == addIn.GetName().Name)
        {
            return addIn;
        }

        var file = Path.Combine(folder, assemblyName.Name + ".dll");
        if (File.Exists(file))
        {
            return LoadFromAssemblyPath(file);
        }

        // Null means the default context. That is right for the framework, but the script's AWS SDK there is none of ours: the SDK looks
        // for optional parts of itself by name.
        return assemblyName.Name?.StartsWith("AWSSDK.", StringComparison.OrdinalIgnoreCase) == true
            ? throw new FileNotFoundException($"{assemblyName.Name} is no part of AwsSsoCredentials.", file)
            : null;
    }
}
