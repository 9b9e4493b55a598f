namespace EndToEnd.Support;

/// <summary>The checkout the tests were built from, and the folders of its user that child processes share.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    /// <summary>Where the .NET SDK keeps its state: a child with a home of its own must be told.</summary>
    public static string CliHome { get; } = Environment.GetEnvironmentVariable("DOTNET_CLI_HOME") is { Length: > 0 } folder
        ? folder
        : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);

    public static string PackageFolder { get; } =
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder ? folder : Path.Combine(CliHome, ".nuget", "packages");

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Cake.AwsSsoCredentials.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No Cake.AwsSsoCredentials.sln above {AppContext.BaseDirectory}.");
    }
}
