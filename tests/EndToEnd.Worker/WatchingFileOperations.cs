using System.Text;
using AwsSsoCredentials.Files;
using Microsoft.Win32.SafeHandles;

namespace EndToEnd.Worker;

/// <summary>The real file operations, with a note of what was last read of one file and of what was renamed over it.</summary>
internal sealed class WatchingFileOperations(string watched) : IFileOperations
{
    private readonly FileOperations _inner = new();
    private readonly Dictionary<SafeFileHandle, MemoryStream> _reading = [];
    private byte[] _lastRead = [];
    private byte[]? _lastRenamed;

    public uint EffectiveUserId => _inner.EffectiveUserId;

    /// <summary>
    /// Gives a line that stood complete in the file at the last read before the last rename, and not in what was renamed over it; null when
    /// there is none.
    /// </summary>
    public string? LostLine(string profile)
    {
        if (_lastRenamed is not { } renamed)
        {
            return $"no rename at all for {profile}";
        }

        Dictionary<string, int> left = LinesOf(renamed).CountBy(line => line).ToDictionary();
        foreach (string line in LinesOf(_lastRead))
        {
            if (!left.TryGetValue(line, out int count) || count == 0)
            {
                return line;
            }

            left[line] = count - 1;
        }

        _lastRenamed = null;
        return null;
    }

    public Stream OpenStream(string path) => _inner.OpenStream(path);

    public SafeFileHandle OpenForReading(string path)
    {
        SafeFileHandle file = _inner.OpenForReading(path);
        if (path == watched)
        {
            _reading[file] = new MemoryStream();
        }

        return file;
    }

    public int Read(SafeFileHandle file, Span<byte> buffer, long offset)
    {
        int count = _inner.Read(file, buffer, offset);
        if (_reading.TryGetValue(file, out MemoryStream? copy))
        {
            copy.Position = offset;
            copy.Write(buffer[..count]);
            _lastRead = copy.ToArray();
        }

        return count;
    }

    public void Rename(string source, string target)
    {
        byte[] content = File.ReadAllBytes(source);
        _inner.Rename(source, target);
        if (target == watched)
        {
            _lastRenamed = content;
            _reading.Clear();
        }
    }

    public FileStatus? GetStatus(string path) => _inner.GetStatus(path);

    public FileStatus? GetLinkStatus(string path) => _inner.GetLinkStatus(path);

    public FileStatus GetStatus(SafeFileHandle file) => _inner.GetStatus(file);

    public string? ReadLink(string path) => _inner.ReadLink(path);

    public SafeFileHandle OpenForWriting(string path) => _inner.OpenForWriting(path);

    public SafeFileHandle CreatePrivate(string path) => _inner.CreatePrivate(path);

    public SafeFileHandle? CreateNameless(string folder) => _inner.CreateNameless(folder);

    public void GiveName(SafeFileHandle file, string path) => _inner.GiveName(file, path);

    public SafeFileHandle OpenLock(string path, out bool created) => _inner.OpenLock(path, out created);

    public bool Lock(SafeFileHandle file, bool wait) => _inner.Lock(file, wait);

    public void Write(SafeFileHandle file, ReadOnlySpan<byte> content, long offset) => _inner.Write(file, content, offset);

    public void SetLength(SafeFileHandle file, long length) => _inner.SetLength(file, length);

    public void Flush(SafeFileHandle file) => _inner.Flush(file);

    public void SetMode(SafeFileHandle file, UnixFileMode mode) => _inner.SetMode(file, mode);

    public void SetOwner(SafeFileHandle file, uint userId, uint groupId) => _inner.SetOwner(file, userId, groupId);

    public void Delete(string path) => _inner.Delete(path);

    public void CreateFolder(string path) => _inner.CreateFolder(path);

    public void FlushFolder(string path) => _inner.FlushFolder(path);

    public IReadOnlyList<string> ListNames(string folder, string prefix) => _inner.ListNames(folder, prefix);

    // Without the rest behind the last line end: a writer was busy there.
    private static IEnumerable<string> LinesOf(byte[] content) => Encoding.UTF8.GetString(content).Split('\n').SkipLast(1).Where(line => line.Length > 0);
}
