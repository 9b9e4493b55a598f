using System.Runtime.Versioning;
using EndToEnd.Browser.Support;
using EndToEnd.Support;
using IdentityCenterEmulator;

namespace EndToEnd.Browser;

/// <summary>The device code: a page on which a person compares or enters a code, in a real browser.</summary>
[SupportedOSPlatform("linux")]
public sealed class DeviceCodeLoginTests(HeadlessChromium browser) : IClassFixture<HeadlessChromium>, IDisposable
{
    private readonly AwsHome _home = new();

    public void Dispose() => _home.Dispose();

    [BrowserFact]
    public async Task Allow_signs_in_under_the_code_that_was_printed()
    {
        await using EmulatorServer emulator = await StartAsync();
        using SignIn signIn = SignIn.Start(_home, emulator, "DeviceCode");

        browser.Open(await signIn.OpenedPageAsync());
        string code = browser.Read("code");
        browser.Press("allow");
        Assert.Equal("Request allowed", browser.Heading);
        ProcessResult result = await signIn.EndAsync();

        Assert.True(result.ExitCode == 0, result.All);
        Assert.Equal(code, SignIn.UserCodeIn(result.Output));
        Assert.Single(_home.Tokens());
    }

    [BrowserFact]
    public async Task A_mistyped_code_is_refused_and_the_right_one_signs_in()
    {
        await using EmulatorServer emulator = await StartAsync();
        using SignIn signIn = SignIn.Start(_home, emulator, "DeviceCode");
        string page = new Uri(await signIn.OpenedPageAsync()).GetLeftPart(UriPartial.Path);

        browser.Open(page);
        browser.Type("user_code", "AAAA-AAAA");
        browser.Press("continue");
        Assert.Contains("mistyped", browser.Read("problem"), StringComparison.Ordinal);
        browser.Type("user_code", Assert.Single(emulator.PendingUserCodes));
        browser.Press("continue");
        browser.Press("allow");

        Assert.Equal(0, (await signIn.EndAsync()).ExitCode);
        Assert.Single(_home.Tokens());
    }

    [BrowserFact]
    public async Task Deny_is_an_error()
    {
        await using EmulatorServer emulator = await StartAsync();
        using SignIn signIn = SignIn.Start(_home, emulator, "DeviceCode");

        browser.Open(await signIn.OpenedPageAsync());
        browser.Press("deny");

        Assert.Equal("Request denied", browser.Heading);
        await signIn.AssertFailsAsync("SsoAccessDeniedException", "denied on the sign-in page");
    }

    [BrowserFact]
    public async Task A_closed_tab_ends_the_login_when_its_time_is_up()
    {
        await using EmulatorServer emulator = await StartAsync();
        using SignIn signIn = SignIn.Start(_home, emulator, "DeviceCode", timeoutInSeconds: 6);

        browser.Open(await signIn.OpenedPageAsync());
        Assert.Equal("Allow access?", browser.Heading);
        browser.CloseTab();

        await signIn.AssertFailsAsync("SsoLoginRequiredException", "within 0.1 minutes");
    }

    [BrowserFact]
    public async Task An_expired_code_asks_to_start_again_and_its_page_signs_nobody_in()
    {
        var clock = new ShiftedClock();
        await using EmulatorServer emulator = await StartAsync(clock);
        using SignIn signIn = SignIn.Start(_home, emulator, "DeviceCode");

        browser.Open(await signIn.OpenedPageAsync());
        clock.Advance(TimeSpan.FromMinutes(11));

        await signIn.AssertFailsAsync("SsoLoginRequiredException", "expired before it was confirmed; start again");
        browser.Press("allow");
        Assert.Contains("expired", browser.Read("problem"), StringComparison.Ordinal);
    }

    private static Task<EmulatorServer> StartAsync(TimeProvider? clock = null) => EmulatorServer.StartAsync(
        new EmulatorOptions { PollInterval = TimeSpan.FromSeconds(1), TimeProvider = clock ?? TimeProvider.System });
}
