using AwsSsoCredentials.Portal;
using AwsSsoCredentials.Profiles;
using AwsSsoCredentials.Services.Contracts;
using AwsSsoCredentials.Services.Loading;
using AwsSsoCredentials.Tokens;
using IdentityCenterEmulator;

namespace AwsSsoCredentials.Tests.Portal;

/// <summary>A portal session, by tokens that a test gives, without repetitions.</summary>
internal sealed class PortalSessionFixture : IDisposable
{
    private readonly List<string?> _asked = [];
    private readonly SharedToken _token;

    private PortalSessionFixture(Func<ISsoPortal> portal, Func<string?, string> obtain)
    {
        _token = new SharedToken((rejected, _) =>
        {
            _asked.Add(rejected);
            return Task.FromResult(obtain(rejected));
        });
        Portal = new PortalSession(Session, _token, _ => portal());
    }

    public static SsoSession Session { get; } = new("corp", "https://example.awsapps.com/start", "eu-west-1", []);

    public PortalSession Portal { get; }

    /// <summary>Gets the tokens that were refused when another was asked for; null for the first.</summary>
    public IReadOnlyList<string?> Asked => _asked;

    /// <summary>A session at the emulator.</summary>
    /// <param name="emulator">The emulator.</param>
    /// <param name="obtain">Gives the first token for null, else another one for the refused one.</param>
    public static PortalSessionFixture At(EmulatorServer emulator, Func<string?, string> obtain) =>
        new(() => ServicesLoader.Load().CreatePortal(new ServiceConnection(emulator.Url, "eu-west-1")), obtain);

    /// <summary>A session that always has the same token.</summary>
    public static PortalSessionFixture At(EmulatorServer emulator, string accessToken) => At(emulator, _ => accessToken);

    public static PortalSessionFixture With(ISsoPortal portal) => new(() => portal, _ => "token");

    public void Dispose()
    {
        Portal.Dispose();
        _token.Dispose();
    }
}
