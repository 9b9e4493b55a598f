namespace AwsSsoCredentials.Tests.Files;

/// <summary>A folder for one test, removed with all that is in it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("files-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    internal string At(params string[] names) => System.IO.Path.Combine([Path, .. names]);

    /// <summary>Writes a file that is its owner's alone, as those are that hold keys.</summary>
    internal string Write(string name, string content)
    {
        File.WriteAllText(At(name), content);
        if (!OperatingSystem.IsWindows())
        {
            Modes.Set(At(name), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return At(name);
    }

    /// <summary>Names all files below, lock files apart.</summary>
    internal string[] Names() =>
        [.. Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories)
            .Select(path => System.IO.Path.GetRelativePath(Path, path))
            .Where(name => !name.EndsWith(".lock", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
}
