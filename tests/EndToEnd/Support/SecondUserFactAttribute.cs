namespace EndToEnd.Support;

/// <summary>A test that runs processes as other users: skipped, at discovery, where nobody but root could start them.</summary>
internal sealed class SecondUserFactAttribute : FactAttribute
{
    public SecondUserFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            Skip = "needs root on Linux to start processes as other users";
        }
        else if (!File.Exists("/usr/bin/setpriv"))
        {
            Skip = "needs setpriv (util-linux)";
        }
    }
}
