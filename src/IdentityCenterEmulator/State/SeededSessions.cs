namespace IdentityCenterEmulator.State;

/// <summary>Sessions that begin without a sign-in.</summary>
internal static class SeededSessions
{
    private const string DefaultStartUrl = "https://d-0123456789.awsapps.com/start";
    private const string Scope = "sso:account:access";

    public static EmulatorToken Issue(EmulatorState state, string? startUrl, TimeSpan? lifetime, bool refreshable, TimeSpan? registrationLifetime)
    {
        var url = startUrl ?? state.Options.StartUrls.FirstOrDefault() ?? DefaultStartUrl;
        var client = state.Clients.Register("emulator", refreshable ? [Scope] : [], [], [], url, registrationLifetime);
        var tokens = state.Sessions.Open(client, refreshable, lifetime);
        return new EmulatorToken(url, tokens.AccessToken, tokens.ExpiresAt, tokens.RefreshToken, client.ClientId, client.ClientSecret, client.ExpiresAt);
    }
}
