namespace AwsSsoCredentials.Tests.Files;

/// <summary>A test that needs two file systems; shown as skipped, at discovery, where there is one.</summary>
public sealed class SecondFileSystemFactAttribute : FactAttribute
{
    internal const string Reason = "needs /dev/shm as a file system of its own";

    public SecondFileSystemFactAttribute() => Skip = SecondFileSystem.IsThere ? null : Reason;
}
