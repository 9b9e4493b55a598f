using System.Diagnostics;

namespace AwsSsoCredentials.Tests.Files;

/// <summary>A file mounted on another, as containers do.</summary>
internal sealed class Mount : IDisposable
{
    private readonly string _target;

    internal Mount(string source, string target)
        : this(target, ["--bind", source])
    {
    }

    private Mount(string target, string[] what)
    {
        _target = target;
        Assert.Equal(0, Run("mount", [.. what, target]));
    }

    /// <summary>A file system of its own that is soon full.</summary>
    internal static Mount SmallDisk(string target, string size) => new(target, ["-t", "tmpfs", "-o", "size=" + size, "tmpfs"]);

    /// <summary>Gets whether this machine lets us mount; tried out.</summary>
    internal static bool IsAllowed
    {
        get
        {
            if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
            {
                return false;
            }

            using var folder = new TemporaryFolder();
            string source = folder.Write("source", "");
            string target = folder.Write("target", "");
            try
            {
                return Run("mount", "--bind", source, target) == 0 && Run("umount", target) == 0;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                return false; // no such command
            }
        }
    }

    public void Dispose() => Run("umount", _target);

    private static int Run(string command, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
