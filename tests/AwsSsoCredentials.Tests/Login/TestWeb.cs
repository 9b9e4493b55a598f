using System.Net;

namespace AwsSsoCredentials.Tests.Login;

/// <summary>The addresses outside AWS, none of which exists unless a test says so.</summary>
internal sealed class TestWeb : HttpMessageHandler
{
    public List<string> Requests { get; } = [];

    public Func<HttpRequestMessage, HttpResponseMessage>? Answer { get; set; }

    /// <summary>An answer that leads elsewhere.</summary>
    public static HttpResponseMessage Redirect(string location, HttpStatusCode status = HttpStatusCode.Found) =>
        new(status) { Headers = { Location = new Uri(location, UriKind.RelativeOrAbsolute) } };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Requests.Add($"{request.Method} {request.RequestUri}");
        return Task.FromResult(Answer?.Invoke(request) ?? throw new HttpRequestException("no such host"));
    }
}
