namespace AwsSsoCredentials.Tests.Files;

/// <inheritdoc cref="SecondFileSystemFactAttribute"/>
public sealed class SecondFileSystemTheoryAttribute : TheoryAttribute
{
    public SecondFileSystemTheoryAttribute() => Skip = SecondFileSystem.IsThere ? null : SecondFileSystemFactAttribute.Reason;
}
