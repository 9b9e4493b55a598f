using AwsSsoCredentials.Login;
using AwsSsoCredentials.Machine;
using AwsSsoCredentials.Tests.Files;
using AwsSsoCredentials.Tests.Tokens;
using UnixFactAttribute = AwsSsoCredentials.Tests.Tokens.UnixFactAttribute;

namespace AwsSsoCredentials.Tests.Login;

public sealed class BrowserTests
{
    private static readonly Uri Page = new("https://example.com/authorize?a=b&c=d%20e");

    private readonly TestLog _log = new();

    [Theory]
    [InlineData(null, true, false, true)]
    [InlineData(null, false, false, false)]
    [InlineData("firefox", false, false, true)]
    [InlineData(null, true, true, false)]
    [InlineData("firefox", true, true, false)]
    public void A_browser_needs_a_display_or_a_command_and_no_ssh(string? command, bool display, bool remote, bool expected) =>
        Assert.Equal(expected, Browser(command, display, remote: remote).CanOpen);

    [Theory]
    [InlineData("firefox", "firefox", new[] { "https://example.com/authorize?a=b&c=d%20e" })]
    [InlineData("my-browser --open=%s --quiet", "my-browser", new[] { "--open=https://example.com/authorize?a=b&c=d%20e", "--quiet" })]
    [InlineData("'/opt/my browser/run' \"a b\"", "/opt/my browser/run", new[] { "a b", "https://example.com/authorize?a=b&c=d%20e" })]
    [InlineData("run ; rm -rf $(x)", "run", new[] { ";", "rm", "-rf", "$(x)", "https://example.com/authorize?a=b&c=d%20e" })]
    public void The_variable_browser_is_a_program_with_arguments_and_never_a_shell_line(string command, string file, string[] arguments)
    {
        var start = Assert.Single(Browser(command).Candidates(Page));
        Assert.Equal(file, start.FileName);
        Assert.Equal(arguments, start.ArgumentList);
        Assert.False(start.UseShellExecute);
    }

    [Fact]
    public void Several_commands_are_tried_in_turn() =>
        Assert.Equal(["first", "second"], Browser("first:second %s").Candidates(Page).Select(start => start.FileName));

    [Theory]
    [InlineData(BrowserPlatform.MacOs, new[] { "/usr/bin/open" })]
    [InlineData(BrowserPlatform.Linux, new[] { "xdg-open", "wslview", "sensible-browser" })]
    [InlineData(BrowserPlatform.Windows, new[] { "https://example.com/authorize?a=b&c=d%20e" })]
    internal void Each_platform_has_its_own_way(BrowserPlatform platform, string[] files) =>
        Assert.Equal(files, Browser(null, platform: platform).Candidates(Page).Select(start => start.FileName));

    [Fact]
    public void A_browser_that_does_not_exist_is_no_error()
    {
        Assert.False(Browser("/no/such/browser").TryOpen(Page));
        Assert.Empty(_log.Warnings);
        Assert.Contains("/no/such/browser", Assert.Single(_log.Verboses), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    public void Nothing_but_a_web_page_is_opened(string page) => Assert.False(Browser("true").TryOpen(new Uri(page)));

    [UnixFact]
    public async Task The_page_reaches_the_program_in_one_piece()
    {
        var folder = Directory.CreateTempSubdirectory("browser-").FullName;
        try
        {
            // A program that leaves its argument behind: a link that points to the page.
            var link = Path.Combine(folder, "a b");
            Assert.True(Browser($"ln -s %s \"{link}\"").TryOpen(Page));
            for (var i = 0; i < 500 && new FileInfo(link).LinkTarget is null; i++)
            {
                await Task.Delay(10);
            }

            Assert.Equal(Page.AbsoluteUri, new FileInfo(link).LinkTarget);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [UnixFact]
    public async Task A_program_of_the_current_folder_is_not_taken_for_one_of_PATH()
    {
        // Beside build.cake may lie what others put there; .NET looks in the current folder, and in the runtime's, before PATH.
        var name = $"browser-{Guid.NewGuid():N}";
        var planted = Path.Combine(Environment.CurrentDirectory, name);
        await File.WriteAllTextAsync(planted, "#!/bin/sh\ntouch \"$0.ran\"\n");
        try
        {
            Modes.Set(planted, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            Assert.False(Browser(name).TryOpen(Page));
            Assert.Contains(name, Assert.Single(_log.Verboses), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(planted);
            File.Delete(planted + ".ran");
        }
    }

    [Theory]
    [InlineData("DISPLAY", ":0", true, false)]
    [InlineData("WAYLAND_DISPLAY", "wayland-0", true, false)]
    [InlineData("WSL_DISTRO_NAME", "Debian", true, false)]
    [InlineData("SSH_CONNECTION", "1.2.3.4 5 6.7.8.9 22", false, true)]
    [InlineData("HOME", "/home/x", false, false)]
    public void The_environment_tells_the_facts(string variable, string value, bool display, bool remote)
    {
        var facts = BrowserFacts.Of(new AwsEnvironment(new Dictionary<string, string> { [variable] = value }));
        Assert.Equal(new BrowserFacts(BrowserPlatform.Linux, null, display, remote), facts);
    }

    [Fact]
    public void Windows_and_macos_always_have_a_display()
    {
        var none = new Dictionary<string, string>();
        Assert.Equal(
            new BrowserFacts(BrowserPlatform.Windows, null, true, false), BrowserFacts.Of(new AwsEnvironment(none, isWindows: true)));
        Assert.Equal(
            new BrowserFacts(BrowserPlatform.MacOs, null, true, false), BrowserFacts.Of(new AwsEnvironment(none, isMacOS: true)));
    }

    private Browser Browser(
        string? command, bool display = true, BrowserPlatform platform = BrowserPlatform.Linux, bool remote = false) =>
        new(new BrowserFacts(platform, command, display, remote), new ProgramSearch(PathOfThisProcess()), _log);

    private static AwsEnvironment PathOfThisProcess() => AwsEnvironment.Capture(Environment.GetEnvironmentVariable);
}
