using System.Text.Encodings.Web;

namespace IdentityCenterEmulator.SignIn;

/// <summary>The pages that a person sees: plain forms without script, so that any browser and any test can use them. Everything inserted is encoded.</summary>
internal static class SignInPages
{
    public const string ContentType = "text/html; charset=utf-8";
    public const string Allow = "allow";
    public const string Deny = "deny";

    public static string EnterCode(string? problem) => Page("Enter the code", $"""
        {(problem is null ? "" : $"""<p class="problem" role="alert" id="problem">{Encode(problem)}</p>""")}
        <form method="get" action="/device">
          <label for="user_code">The code that your device or command shows</label>
          <input type="text" id="user_code" name="user_code" autocomplete="off" autocapitalize="characters" spellcheck="false" placeholder="ABCD-EFGH" required autofocus>
          <button type="submit" id="continue" class="main">Continue</button>
        </form>
        """);

    public static string ConfirmCode(string userCode, string clientName, string startUrl) => Page("Allow access?", $"""
        <p><strong id="client">{Encode(clientName)}</strong> asks for your accounts and roles at <span id="start_url">{Encode(startUrl)}</span>.</p>
        <p>Go on only if you started this, and it shows the same code:</p>
        <p class="code" id="code">{Encode(userCode)}</p>
        {DecisionForm("/device", "user_code", userCode)}
        """);

    public static string Authorize(string clientName, string startUrl, IReadOnlyList<string> scopes, string requestId) => Page("Allow access?", $"""
        <p><strong id="client">{Encode(clientName)}</strong> asks for your accounts and roles at <span id="start_url">{Encode(startUrl)}</span>.</p>
        <p>Scopes: <span id="scopes">{Encode(scopes.Count == 0 ? "none" : string.Join(", ", scopes))}</span></p>
        {DecisionForm("/authorize", "request_id", requestId)}
        """);

    public static string Result(string title, string text) => Page(title, $"""
        <p role="status" id="result">{Encode(text)}</p>
        """);

    private static string DecisionForm(string action, string name, string value) => $"""
        <form method="post" action="{action}">
          <input type="hidden" name="{name}" value="{Encode(value)}">
          <button type="submit" id="allow" name="decision" value="{Allow}" class="main">Allow</button>
          <button type="submit" id="deny" name="decision" value="{Deny}">Deny</button>
        </form>
        """;

    private static string Page(string title, string body) => $$"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{Encode(title)}} - Identity Center emulator</title>
        <style>
        body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; color: #16191f; background: #f2f3f3; }
        main { max-width: 28rem; margin: 10vh auto; padding: 1.5rem 2rem; background: #fff; border: 1px solid #687078; border-radius: .5rem; }
        h1 { font-size: 1.4rem; margin-top: 0; }
        label { display: block; margin-bottom: .25rem; }
        input[type=text] { font: inherit; width: 100%; box-sizing: border-box; padding: .5rem; margin-bottom: 1rem; }
        button { font: inherit; padding: .5rem 1.5rem; margin-right: .5rem; border: 1px solid #16191f; border-radius: .25rem; background: #fff; color: #16191f; }
        button.main { background: #0b5394; border-color: #0b5394; color: #fff; }
        button:focus-visible, input:focus-visible { outline: 3px solid #d45b07; outline-offset: 2px; }
        .code { font: 1.6rem ui-monospace, monospace; letter-spacing: .1em; }
        .problem { color: #a51c00; font-weight: 600; }
        footer { margin-top: 2rem; font-size: .85rem; color: #545b64; }
        </style>
        </head>
        <body>
        <main>
        <h1>{{Encode(title)}}</h1>
        {{body}}
        <footer>Identity Center emulator: not AWS. No real account is concerned.</footer>
        </main>
        </body>
        </html>
        """;

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
