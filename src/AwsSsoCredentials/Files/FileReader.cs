using Microsoft.Win32.SafeHandles;

namespace AwsSsoCredentials.Files;

/// <summary>Reads whole files, and waits a moment for one that somebody has for himself.</summary>
/// <param name="operations">The steps.</param>
/// <param name="time">The clock of pauses.</param>
/// <param name="maximumSize">The size beyond which a file cannot be what is looked for.</param>
internal sealed class FileReader(IFileOperations operations, TimeProvider time, long maximumSize)
{
    private const int Attempts = 20;
    private const int StreamLimit = 32 * 1024 * 1024;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan StreamPatience = TimeSpan.FromSeconds(10);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The full path.</param>
    /// <returns>Content and status; both null when there is no such file.</returns>
    /// <exception cref="SsoFileException">It cannot be read, or is too large.</exception>
    internal FileSnapshot Read(string path)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return ReadOnce(path);
            }
            catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
            {
                return new FileSnapshot(null, null);
            }
            catch (IOException error) when (IsWorthWaiting(error, attempt))
            {
                Pause();
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw FileErrors.Of("read", path, operations, error);
            }
        }
    }

    /// <summary>Reads a file, or what a device or pipe gives: nothing from <c>/dev/null</c>, a process's output from <c>/dev/fd/63</c>.</summary>
    /// <param name="path">The full path.</param>
    /// <returns>The bytes; null when there is no such file.</returns>
    internal byte[]? ReadAny(string path)
    {
        try
        {
            return operations.GetStatus(path)?.Kind == FileKind.Stream ? ReadStream(path) : Read(path).Content;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.Of("read", path, operations, error);
        }
    }

    /// <summary>Reads an open file from its beginning.</summary>
    private byte[] Read(string path, SafeFileHandle file, FileStatus status)
    {
        byte[] content = new byte[status.Size];
        Span<byte> beyond = stackalloc byte[1]; // the file may have grown since
        int length = 0;
        while (true)
        {
            bool isFull = length == content.Length;
            int count = operations.Read(file, isFull ? beyond : content.AsSpan(length), length);
            if (count == 0)
            {
                return isFull ? content : content.AsSpan(0, length).ToArray();
            }

            if (isFull)
            {
                Array.Resize(ref content, Math.Max(2 * content.Length, 256));
                content[length] = beyond[0];
            }

            length += count;
            FileErrors.RefuseLarger(path, length, maximumSize);
        }
    }

    /// <summary>Whether somebody has the file for himself, and may soon be done.</summary>
    /// <param name="error">What the system said.</param>
    /// <param name="attempt">The number of the attempt that failed, from 1.</param>
    internal static bool IsWorthWaiting(IOException error, int attempt) => ErrorNumbers.IsInUse(error) && attempt < Attempts;

    /// <summary>Waits before the next attempt.</summary>
    internal void Pause() => Task.Delay(Interval, time).GetAwaiter().GetResult();

    /// <summary>Whether a file is still what it was.</summary>
    internal bool IsUnchanged(string path, FileSnapshot before)
    {
        // Time stamps alone do not tell: Linux takes them from a clock that ticks every 1 to 10 ms.
        FileSnapshot now = Read(path);
        return now.Status == before.Status && now.Content.AsSpan().SequenceEqual(before.Content);
    }

    // On a thread of its own: opening a pipe waits for its writer, and nothing can interrupt that.
    private byte[] ReadStream(string path)
    {
        Task<byte[]> reading = Task.Factory.StartNew(
            () =>
            {
                using Stream stream = operations.OpenStream(path);
                var content = new MemoryStream();
                byte[] buffer = new byte[16 * 1024];
                while (stream.Read(buffer) is > 0 and var count)
                {
                    content.Write(buffer, 0, count);
                    if (content.Length > StreamLimit)
                    {
                        throw new SsoFileException(FormattableString.Invariant($"Cannot read {path}: it gives more than {StreamLimit / 1024 / 1024} MB; point to a file"));
                    }
                }

                return content.ToArray();
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        try
        {
            return reading.WaitAsync(StreamPatience, time).GetAwaiter().GetResult();
        }
        catch (TimeoutException error)
        {
            throw new SsoFileException(
                FormattableString.Invariant($"Cannot read {path}: nobody wrote all of it within {StreamPatience.TotalSeconds:0} s; see that its writer runs and closes it, or point to a file"), error);
        }
    }

    private FileSnapshot ReadOnce(string path)
    {
        FileStatus? status = operations.GetStatus(path);
        if (status is null)
        {
            return new FileSnapshot(null, null);
        }

        // Opening a pipe would wait for ever.
        FileErrors.RefuseUnlessFile(path, status);
        FileErrors.RefuseLarger(path, status.Size, maximumSize);
        using SafeFileHandle file = operations.OpenForReading(path);
        byte[] content = Read(path, file, status);
        return new FileSnapshot(content, operations.GetStatus(path));
    }
}
