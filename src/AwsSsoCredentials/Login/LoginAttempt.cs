using AwsSsoCredentials.Profiles;

namespace AwsSsoCredentials.Login;

/// <summary>A login that is about to happen.</summary>
/// <param name="Session">The session as it is configured.</param>
/// <param name="Profile">The SSO profile it is for, for the messages; null when only the session is known.</param>
/// <param name="StartUrl">The start URL the service knows: the configured one, or where that leads to.</param>
/// <param name="Region">The region of the service: the configured one, or the one that the start URL leads to.</param>
/// <param name="Timeout">How long to wait for the person.</param>
internal sealed record LoginAttempt(SsoSession Session, string? Profile, string StartUrl, string Region, TimeSpan Timeout)
{
    /// <summary>Gets the session as the service knows it.</summary>
    public SsoSession ServiceSession => Session with { StartUrl = StartUrl, Region = Region };

    /// <summary>Gets the session's name in messages.</summary>
    public string Name => Session.Subject;

    /// <summary>Gets how to log in again; without a full stop.</summary>
    public string Remedy => Remedies.Login(Session, Profile);
}
