namespace AwsSsoCredentials.Tests.Files;

/// <summary>A test that needs two file systems; shown as skipped, at discovery, where there is one.</summary>
public sealed class SecondFileSystemTheoryAttribute : TheoryAttribute
{
    public SecondFileSystemTheoryAttribute() => Skip = SecondFileSystem.IsThere ? null : "needs /dev/shm as a file system of its own";
}
