namespace EndToEnd.Support;

/// <summary>Programs of the machine that some tests need and a .NET SDK does not bring along.</summary>
internal static class Programs
{
    /// <summary>Finds a program on the PATH.</summary>
    /// <returns>Its full path, or null.</returns>
    public static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
}
