using System.Diagnostics;
using EndToEnd.Support;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;

namespace EndToEnd.Browser.Support;

/// <summary>A Chromium without a window, with an empty profile, that talks to this machine alone.</summary>
public sealed class HeadlessChromium : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _profile = Directory.CreateTempSubdirectory("chromium-profile-");
    private readonly ChromeDriverService _service;
    private readonly ChromeDriver _driver;
    private readonly string _firstTab;

    public HeadlessChromium()
    {
        _service = ChromeDriverService.CreateDefaultService(Programs.Find("chromedriver"));
        _service.SuppressInitialDiagnosticInformation = true;
        var options = new ChromeOptions { BinaryLocation = Programs.Find("chromium") };
        options.AddArguments(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--user-data-dir=" + _profile.FullName);
        _driver = new ChromeDriver(_service, options);
        _firstTab = _driver.CurrentWindowHandle;
    }

    /// <summary>Gets the heading of the page.</summary>
    public string Heading => With("h1", element => element.Text);

    /// <summary>Gets the text of the page.</summary>
    public string Text => With("body", element => element.Text);

    /// <summary>Opens a page in a tab of its own.</summary>
    public void Open(string page)
    {
        _driver.SwitchTo().NewWindow(WindowType.Tab);
        _driver.Navigate().GoToUrl(page);
    }

    /// <summary>Closes the tab, as a person does who has thought better of it.</summary>
    public void CloseTab()
    {
        _driver.Close();
        _driver.SwitchTo().Window(_firstTab);
    }

    /// <summary>Presses a button, and waits until its page has made way for the next.</summary>
    public void Press(string id)
    {
        IWebElement button = With("#" + id, element => element);
        button.Click();
        Eventually(() =>
        {
            try
            {
                _ = button.Displayed;
                return null;
            }
            catch (WebDriverException error) when (IsGone(error))
            {
                return "gone";
            }
        });
    }

    /// <summary>Types into a field.</summary>
    public void Type(string id, string text) => With("#" + id, element =>
    {
        element.SendKeys(text);
        return element;
    });

    /// <summary>Reads an element.</summary>
    public string Read(string id) => With("#" + id, element => element.Text);

    public void Dispose()
    {
        _driver.Dispose();
        _service.Dispose();
        _profile.Delete(recursive: true);
    }

    // A page may be on its way, or just be replaced.
    private T With<T>(string selector, Func<IWebElement, T> use)
        where T : class => Eventually(() =>
    {
        try
        {
            return use(_driver.FindElement(By.CssSelector(selector)));
        }
        catch (WebDriverException error) when (error is NoSuchElementException || IsGone(error))
        {
            return null;
        }
    });

    // In the very moment in which a page is replaced the driver has no name for it yet.
    private static bool IsGone(WebDriverException error) =>
        error is StaleElementReferenceException || error.Message.Contains("does not belong to the document", StringComparison.Ordinal);

    private T Eventually<T>(Func<T?> look)
        where T : class
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; Thread.Sleep(20))
        {
            if (look() is { } found)
            {
                return found;
            }
        }

        throw new TimeoutException($"The page {_driver.Url} is not what was expected: {_driver.PageSource}");
    }
}
