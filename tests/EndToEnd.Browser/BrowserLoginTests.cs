using System.Runtime.Versioning;
using EndToEnd.Browser.Support;
using EndToEnd.Support;
using IdentityCenterEmulator;

namespace EndToEnd.Browser;

/// <summary>The authorization code: the page that the process opens, in a real browser, which brings the answer back.</summary>
[SupportedOSPlatform("linux")]
public sealed class BrowserLoginTests(HeadlessChromium browser) : IClassFixture<HeadlessChromium>, IDisposable
{
    private readonly AwsHome _home = new();

    public void Dispose() => _home.Dispose();

    [BrowserFact]
    public async Task Allow_signs_in_and_the_page_says_that_it_can_be_closed()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync();
        using SignIn signIn = SignIn.Start(_home, emulator, "Auto");

        browser.Open(await signIn.OpenedPageAsync());
        Assert.Equal("cake-aws-sso-credentials-corp", browser.Read("client"));
        browser.Press("allow");
        ProcessResult result = await signIn.EndAsync();

        Assert.True(result.ExitCode == 0, result.All);
        Assert.Equal("Signed in", browser.Heading);
        Assert.Contains("You can close this page", browser.Text, StringComparison.Ordinal);
        Assert.Contains("open this page in a browser on this machine: " + emulator.Url, result.Output, StringComparison.Ordinal);
        string token = Assert.Single(_home.Tokens());
        Assert.All(new[] { "accessToken", "refreshToken", "clientSecret" }, member =>
            Assert.DoesNotContain(TokenFile.Read(token, member), result.All, StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task Deny_is_an_error_and_the_page_says_so()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync();
        using SignIn signIn = SignIn.Start(_home, emulator, "Browser");

        browser.Open(await signIn.OpenedPageAsync());
        browser.Press("deny");

        await signIn.AssertFailsAsync("SsoAccessDeniedException", "access_denied");
        Assert.Equal("Not signed in", browser.Heading);
    }

    [BrowserFact]
    public async Task A_foreign_state_is_not_trusted_and_the_login_waits_on()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync();
        using SignIn signIn = SignIn.Start(_home, emulator, "Browser", timeoutInSeconds: 12);

        // As if somebody else had started the sign-in that the person finishes.
        string page = await signIn.OpenedPageAsync();
        browser.Open(string.Join('&', page.Split('&').Select(part => part.StartsWith("state=", StringComparison.Ordinal) ? "state=foreign" : part)));
        browser.Press("allow");

        await signIn.AssertFailsAsync("SsoLoginRequiredException", "within 0.2 minutes");
        Assert.Equal("Not this sign-in", browser.Heading);
        Assert.Equal(0, emulator.Calls.Count(EmulatorOperation.CreateToken));
    }

    [BrowserFact]
    public async Task A_closed_tab_ends_the_login_when_its_time_is_up()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync();
        using SignIn signIn = SignIn.Start(_home, emulator, "Browser", timeoutInSeconds: 6);

        browser.Open(await signIn.OpenedPageAsync());
        Assert.Equal("Allow access?", browser.Heading);
        browser.CloseTab();

        await signIn.AssertFailsAsync("SsoLoginRequiredException", "within 0.1 minutes");
    }

    [BrowserFact]
    public async Task A_tab_that_is_opened_again_still_signs_in()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync();
        using SignIn signIn = SignIn.Start(_home, emulator, "Browser");

        string page = await signIn.OpenedPageAsync();
        browser.Open(page);
        browser.CloseTab();
        browser.Open(page);
        browser.Press("allow");

        Assert.Equal(0, (await signIn.EndAsync()).ExitCode);
        Assert.Single(_home.Tokens());
    }

    [BrowserFact]
    public async Task An_expired_code_asks_to_start_again()
    {
        var clock = new ShiftedClock();
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(new EmulatorOptions { TimeProvider = clock });
        emulator.Faults.Set(EmulatorOperation.CreateToken, EmulatorFault.Delay(TimeSpan.FromSeconds(1)));
        using SignIn signIn = SignIn.Start(_home, emulator, "Browser");

        browser.Open(await signIn.OpenedPageAsync());
        browser.Press("allow");
        Assert.Equal("Signed in", browser.Heading);

        // While the code is on its way to the service.
        clock.Advance(TimeSpan.FromMinutes(11));

        await signIn.AssertFailsAsync("SsoLoginRequiredException", "no longer valid; start again");
    }
}
