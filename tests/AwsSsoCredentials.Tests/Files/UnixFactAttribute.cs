namespace AwsSsoCredentials.Tests.Files;

/// <summary>A test that needs something of Unix; shown as skipped, at discovery, where that is missing.</summary>
public sealed class UnixFactAttribute : FactAttribute
{
    /// <summary>Gets or sets whether the test acts as other users, which takes root on Linux.</summary>
    public bool NeedsRoot
    {
        get;
        set
        {
            field = value;
            if (value && !(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess))
            {
                Skip = "needs root on Linux";
            }
        }
    }

    /// <summary>Gets or sets whether the test mounts files.</summary>
    public bool NeedsMount
    {
        get;
        set
        {
            field = value;
            if (value && !Mount.IsAllowed)
            {
                Skip = "needs the right to mount --bind";
            }
        }
    }

    /// <summary>Gets or sets a command that the test runs.</summary>
    public string? NeedsCommand
    {
        get;
        set
        {
            field = value;
            string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':');
            if (value is not null && !Array.Exists(folders, folder => File.Exists(Path.Combine(folder, value))))
            {
                Skip = $"needs the command {value}";
            }
        }
    }

    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "needs Unix";
        }
    }
}
