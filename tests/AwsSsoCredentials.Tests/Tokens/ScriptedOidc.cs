using AwsSsoCredentials.Services.Contracts;

namespace AwsSsoCredentials.Tests.Tokens;

/// <summary>An OIDC service that answers from a list: for the rules of time, which no real service can be made to follow at once.</summary>
internal sealed class ScriptedOidc : ISsoOidc, IServiceFactory
{
    public static Uri Endpoint { get; } = new("https://oidc.us-east-1.example.com/");

    /// <summary>Gets the answers of CreateToken, each an <see cref="OidcToken"/> or <see cref="ServiceFailureKind"/>.</summary>
    public Queue<object> Answers { get; } = new();

    public List<OidcTokenRequest> Requests { get; } = [];

    public List<OidcRegistrationRequest> Registrations { get; } = [];

    public List<string> StartUrls { get; } = [];

    public DeviceAuthorization Authorization { get; set; } = new(
        "device-code-secret",
        "ABCD-EFGH",
        "https://device.sso.us-east-1.amazonaws.com/",
        "https://device.sso.us-east-1.amazonaws.com/?user_code=ABCD-EFGH",
        TimeSpan.FromMinutes(10),
        TimeSpan.FromSeconds(5));

    public DateTimeOffset RegistrationExpiresAt { get; set; } = DateTimeOffset.UtcNow.AddDays(90);

    /// <summary>Gets or sets what happens during CreateToken.</summary>
    public Action? OnCreateToken { get; set; }

    public ISsoOidc CreateOidc(ServiceConnection connection) => this;

    public ISsoPortal CreatePortal(ServiceConnection connection) => throw new NotSupportedException();

    public IStsClient CreateSts(ServiceConnection connection) => throw new NotSupportedException();

    public Task<OidcRegistration> RegisterClientAsync(OidcRegistrationRequest request, CancellationToken cancellationToken)
    {
        Registrations.Add(request);
        return Task.FromResult(new OidcRegistration($"client-{Registrations.Count}", "client-secret", RegistrationExpiresAt));
    }

    public Task<DeviceAuthorization> StartDeviceAuthorizationAsync(
        string clientId, string clientSecret, string startUrl, CancellationToken cancellationToken)
    {
        StartUrls.Add(startUrl);
        return Task.FromResult(Authorization);
    }

    public Task<OidcToken> CreateTokenAsync(OidcTokenRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Requests.Add(request);
        OnCreateToken?.Invoke();
        return Answers.Dequeue() switch
        {
            OidcToken token => Task.FromResult(token),
            ServiceFailureKind kind => throw new ServiceFailureException(kind, "CreateToken", Endpoint, $"the service says {kind}"),
            var other => throw new InvalidOperationException($"no answer: {other}"),
        };
    }

    public void Dispose()
    {
    }
}
