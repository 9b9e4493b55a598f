using EndToEnd.Support;

namespace EndToEnd.Browser.Support;

/// <summary>A test in a real browser: skipped, at discovery, where there is none.</summary>
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        string[] missing = [.. new[] { "chromium", "chromedriver" }.Where(name => Programs.Find(name) is null)];
        if (!OperatingSystem.IsLinux())
        {
            Skip = "needs Linux";
        }
        else if (missing.Length > 0)
        {
            Skip = $"needs {string.Join(" and ", missing)} (Debian's packages chromium and chromium-driver)";
        }
    }
}
