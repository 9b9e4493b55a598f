namespace AwsSsoCredentials.Tests.Support;

/// <summary>The checkout the tests were built from.</summary>
public static class Repository
{
    private static readonly string RootFolder = FindRoot();

    public static string PathOf(string relative) => Path.Combine(RootFolder, relative);

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
