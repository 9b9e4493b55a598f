using System.Reflection;
using AwsSsoCredentials.Files;

namespace AwsSsoCredentials.Tests.Tokens;

/// <summary>The real file system, which denies one path to this user: also to root, as whom tests may run.</summary>
/// <remarks>Made by <see cref="Create"/>; public and unsealed because the proxy is derived from it.</remarks>
public class DenyingFileOperations : DispatchProxy
{
    private readonly FileOperations _real = new();
    private string _denied = "";

    internal static IFileOperations Create(string denied)
    {
        var proxy = Create<IFileOperations, DenyingFileOperations>();
        ((DenyingFileOperations)(object)proxy)._denied = denied;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        targetMethod!.Name == nameof(IFileOperations.OpenForReading) && (string)args![0]! == _denied
            ? throw new UnauthorizedAccessException($"Access to the path '{_denied}' is denied.")
            : targetMethod.Invoke(_real, BindingFlags.DoNotWrapExceptions, null, args, null);
}
