using System.Runtime.CompilerServices;
using AwsSsoCredentials.Files;
using Microsoft.Win32.SafeHandles;

namespace AwsSsoCredentials.Tests.Files;

/// <summary>The real steps, with a hook before each: to count them, to fail one, or to let somebody else act in between.</summary>
internal sealed class FaultyOperations(Action<string, int> before) : IFileOperations
{
    private readonly FileOperations _real = new();
    private int _count;

    /// <summary>Gets the names of the steps so far.</summary>
    internal List<string> Steps { get; } = [];

    /// <summary>Gets or sets who we say we are.</summary>
    internal uint? User { get; init; }

    /// <summary>Gets or sets whether the file system knows files without a name.</summary>
    internal bool IsNamelessKnown { get; init; } = true;

    public uint EffectiveUserId => User ?? _real.EffectiveUserId;

    /// <summary>Fails the step of that number as a full disk does.</summary>
    internal static FaultyOperations FailingAt(int number, int error = ErrorNumbers.NoSpace, bool isNamelessKnown = true) => new((_, count) =>
    {
        if (count == number)
        {
            throw new IOException("No space left on device", error);
        }
    })
    {
        IsNamelessKnown = isNamelessKnown,
    };

    public FileStatus? GetStatus(string path) => Do(() => _real.GetStatus(path), "GetStatus");

    public FileStatus? GetLinkStatus(string path) => Do(() => _real.GetLinkStatus(path));

    public FileStatus GetStatus(SafeFileHandle file) => Do(() => _real.GetStatus(file), "GetStatusOfHandle");

    public string? ReadLink(string path) => Do(() => _real.ReadLink(path));

    public SafeFileHandle OpenForReading(string path) => Do(() => _real.OpenForReading(path));

    public Stream OpenStream(string path) => Do(() => _real.OpenStream(path));

    public SafeFileHandle OpenForWriting(string path) => Do(() => _real.OpenForWriting(path));

    public SafeFileHandle CreatePrivate(string path) => Do(() => _real.CreatePrivate(path));

    public SafeFileHandle? CreateNameless(string folder) => Do(() => IsNamelessKnown ? _real.CreateNameless(folder) : null);

    public void GiveName(SafeFileHandle file, string path) => Do(() => _real.GiveName(file, path));

    public SafeFileHandle OpenLock(string path, out bool created)
    {
        Hook(nameof(OpenLock));
        return _real.OpenLock(path, out created);
    }

    public bool Lock(SafeFileHandle file, bool wait) => Do(() => _real.Lock(file, wait));

    public int Read(SafeFileHandle file, Span<byte> buffer, long offset)
    {
        Hook(nameof(Read));
        return _real.Read(file, buffer, offset);
    }

    public void Write(SafeFileHandle file, ReadOnlySpan<byte> content, long offset)
    {
        Hook(nameof(Write));
        _real.Write(file, content, offset);
    }

    public void SetLength(SafeFileHandle file, long length) => Do(() => _real.SetLength(file, length));

    public void Flush(SafeFileHandle file) => Do(() => _real.Flush(file));

    public void SetMode(SafeFileHandle file, UnixFileMode mode) => Do(() => _real.SetMode(file, mode));

    public void SetOwner(SafeFileHandle file, uint userId, uint groupId) => Do(() => _real.SetOwner(file, userId, groupId));

    public void Rename(string source, string target) => Do(() => _real.Rename(source, target));

    public void Delete(string path) => Do(() => _real.Delete(path));

    public void CreateFolder(string path) => Do(() => _real.CreateFolder(path));

    public void FlushFolder(string path) => Do(() => _real.FlushFolder(path));

    public IReadOnlyList<string> ListNames(string folder, string prefix) => Do(() => _real.ListNames(folder, prefix));

    private T Do<T>(Func<T> step, [CallerMemberName] string name = "")
    {
        Hook(name);
        return step();
    }

    private void Do(Action step, [CallerMemberName] string name = "")
    {
        Hook(name);
        step();
    }

    private void Hook(string name)
    {
        Steps.Add(name);
        before(name, _count++);
    }
}
