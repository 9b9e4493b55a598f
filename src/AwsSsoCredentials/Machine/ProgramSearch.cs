namespace AwsSsoCredentials.Machine;

/// <summary>
/// Finds programs as a shell does, in the folders of PATH, and only in those that are named in full. Left to itself .NET (like Windows) looks
/// beside the runtime and in the current folder first: there lies what came with a repository.
/// </summary>
/// <param name="environment">The environment.</param>
internal sealed class ProgramSearch(AwsEnvironment environment)
{
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Finds a program.</summary>
    /// <param name="name">A bare name; one with a path is handed back as it is.</param>
    /// <returns>What to start; null when PATH has no such program.</returns>
    public string? Find(string name)
    {
        if (name.Contains('/', StringComparison.Ordinal) || (environment.IsWindows && name.AsSpan().ContainsAny('\\', ':')))
        {
            return name;
        }

        string file = environment.IsWindows && Path.GetExtension(name).Length == 0 ? $"{name}.exe" : name;
        return (environment["PATH"] ?? "")
            .Split(environment.IsWindows ? ';' : ':')
            .Select(folder => environment.IsWindows ? folder.Trim('"') : folder)
            .Where(environment.IsAbsolute)
            .Select(folder => environment.Join(folder, file))
            .FirstOrDefault(IsProgram);
    }

    // A file that cannot be run hides no program in a later folder.
    private static bool IsProgram(string path) =>
        File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Executable) != 0);
}
