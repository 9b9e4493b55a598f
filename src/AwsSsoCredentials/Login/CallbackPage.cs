using System.Text;

namespace AwsSsoCredentials.Login;

/// <summary>What the browser is shown when it comes back. Nothing of its request is repeated in the pages.</summary>
internal static class CallbackPage
{
    /// <summary>Gets the answer to a sign-in that brought a code.</summary>
    public static byte[] Received { get; } =
        Html("200 OK", "Signed in", "The build has received your sign-in and goes on. You can close this page.");

    /// <summary>Gets the answer to a sign-in that failed.</summary>
    public static byte[] Refused { get; } =
        Html(
            "400 Bad Request",
            "Not signed in",
            "The sign-in was refused. You can close this page; the build says what to do.");

    /// <summary>Gets the answer to what does not belong to the sign-in that is waited for.</summary>
    public static byte[] Foreign { get; } =
        Html(
            "400 Bad Request",
            "Not this sign-in",
            "This answer does not belong to the sign-in of the build, which still waits: go on at the page that the build printed.");

    /// <summary>Gets the answer to a request for anything else, such as an icon.</summary>
    public static byte[] NotFound { get; } = Html("404 Not Found", "Not found", "There is nothing here.");

    /// <summary>Gets the answer to what is no request of a browser that comes back.</summary>
    public static byte[] BadRequest { get; } =
        Html("400 Bad Request", "Bad request", "This page only takes the answer of the sign-in page.");

    private static byte[] Html(string status, string title, string text)
    {
        var body = $$"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{{title}}</title>
            <style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:15vh auto;padding:0 1rem}</style>
            </head>
            <body><main><h1>{{title}}</h1><p>{{text}}</p></main></body>
            </html>

            """.ReplaceLineEndings("\n");
        var head = $"HTTP/1.1 {status}\n"
            + "Content-Type: text/html; charset=utf-8\n"
            + FormattableString.Invariant($"Content-Length: {Encoding.UTF8.GetByteCount(body)}\n")
            + "Cache-Control: no-store\n"
            + "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'\n"
            + "Referrer-Policy: no-referrer\n"
            + "X-Content-Type-Options: nosniff\n"
            + "Connection: close\n\n";
        return Encoding.UTF8.GetBytes(head.ReplaceLineEndings("\r\n") + body);
    }
}
