namespace AwsSsoCredentials.Tests.Files;

/// <summary>A folder on another file system than the temporary files, so that nothing can be renamed from there to here.</summary>
internal sealed class SecondFileSystem : IDisposable
{
    private const string Root = "/dev/shm";

    internal static bool IsThere =>
        OperatingSystem.IsLinux() && new DriveInfo(Root) is { IsReady: true, Name: Root } && !System.IO.Path.GetTempPath().StartsWith(Root, StringComparison.Ordinal);

    internal string Path { get; } = Directory.CreateDirectory(System.IO.Path.Combine(Root, Guid.NewGuid().ToString("N"))).FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
