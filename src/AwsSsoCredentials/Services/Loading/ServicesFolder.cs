namespace AwsSsoCredentials.Services.Loading;

/// <summary>Where the assembly that talks to AWS, and AWSSDK, stand beside a copy of the core; and what to do where they cannot be loaded.</summary>
internal static class ServicesFolder
{
    /// <summary>
    /// The name of the assembly. That of the folder beside the core, too, into which the package's <c>buildTransitive/</c> copies it.
    /// </summary>
    public const string AssemblyName = "AwsSsoCredentials.Services";

    /// <summary>
    /// Finds the folder: <c>ROOT/sdk/FRAMEWORK</c> of a script's package for a core in <c>ROOT/lib/FRAMEWORK</c>, the folder of its own below the
    /// output of a program that references the package.
    /// </summary>
    /// <param name="corePath">The file of the core; empty where it has none.</param>
    /// <returns>The folder; null where the assembly is an ordinary dependency.</returns>
    public static string? Of(string corePath)
    {
        if (Path.GetDirectoryName(corePath) is not { Length: > 0 } beside)
        {
            return null;
        }

        // NuGet's own lib/ folders look alike where a project runs out of them; there the assembly is an ordinary dependency.
        string?[] folders = [PackageRoot(beside) is { } root ? Path.Combine(root, "sdk", Path.GetFileName(beside)) : null, Path.Combine(beside, AssemblyName)];
        return folders.FirstOrDefault(Directory.Exists);
    }

    /// <summary>Says why the assembly cannot be loaded, and what mends that.</summary>
    /// <param name="corePath">The file of the core; empty where it has none.</param>
    /// <param name="cause">What happened.</param>
    /// <returns>One line.</returns>
    public static string Failure(string corePath, Exception cause)
    {
        if (Path.GetDirectoryName(corePath) is not { Length: > 0 } beside)
        {
            return "The AWS SDK cannot be loaded by this program, which was published as a single file or with Native AOT: "
                + "publish it with PublishSingleFile=false, PublishTrimmed=false and PublishAot=false.";
        }

        string reason = cause.Message.ReplaceLineEndings(" ");
        return PackageRoot(beside) is not null
            ? $"Cake.AwsSsoCredentials is incomplete: {reason} Delete the package's folder below tools/ and its copy in the NuGet package folder "
                + "(~/.nuget/packages), and run the build again."
            : $"This program's copy of Cake.AwsSsoCredentials is incomplete: {reason} Build or publish the program again, with PublishTrimmed=false "
                + $"and without ExcludeAssets for the package, and keep the whole output together: {Path.Combine(beside, AssemblyName)} belongs to it.";
    }

    private static string? PackageRoot(string folder) =>
        Path.GetDirectoryName(folder) is { } lib && string.Equals(Path.GetFileName(lib), "lib", StringComparison.OrdinalIgnoreCase)
            ? Path.GetDirectoryName(lib)
            : null;
}
