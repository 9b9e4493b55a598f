using AwsSsoCredentials.Profiles;
using AwsSsoCredentials.Tokens.Cache;

namespace AwsSsoCredentials.Tokens;

/// <summary>What a caller asks of a token, and whether a token gives it.</summary>
/// <param name="Session">The session.</param>
/// <param name="Profile">The SSO profile, or null.</param>
/// <param name="MinimumLifetime">How long the token must still live.</param>
/// <param name="RejectedAccessToken">The access token that the portal refused, or null. A secret.</param>
internal sealed record TokenNeed(SsoSession Session, string? Profile, TimeSpan MinimumLifetime, string? RejectedAccessToken)
{
    /// <summary>With less left than this a token is refreshed, as botocore does, which refreshes earliest of all.</summary>
    private static readonly TimeSpan RefreshWindow = TimeSpan.FromMinutes(15);

    /// <summary>A token that was written more recently than this is not refreshed again: it may live no longer than it does.</summary>
    private static readonly TimeSpan RefreshPause = TimeSpan.FromMinutes(1);

    /// <summary>With less left than this a refreshable token counts as expired: the call it is for would come too late.</summary>
    private static readonly TimeSpan TravelTime = TimeSpan.FromSeconds(10);

    /// <summary>The longest session of IAM Identity Center, and a margin for clocks that differ.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(90 + 1);

    /// <summary>Gets the session's name in messages.</summary>
    public string Name => Session.Subject;

    /// <summary>Gets how to obtain a new token; without a full stop.</summary>
    public string Remedy => Remedies.Login(Session, Profile);

    /// <summary>Whether a token can be handed out without further ado.</summary>
    public bool IsMetBy(TokenLookup.Found found, DateTimeOffset now)
    {
        if (!IsBearableBy(found, now))
        {
            return false;
        }

        var left = found.Token.ExpiresAt - now;

        // A file from the near future: the clock of a file server, or of this machine, is a little off.
        var age = (now - found.WrittenAt).Duration();
        return left >= RefreshWindow
            || WhyNotRefreshable(found.Token, now) is not null
            || (age < RefreshPause && left > TravelTime);
    }

    /// <summary>Whether a token serves, although it is due to be refreshed and that fails.</summary>
    public bool IsBearableBy(TokenLookup.Found found, DateTimeOffset now)
    {
        var left = found.Token.ExpiresAt - now;
        return left > TimeSpan.Zero && left >= MinimumLifetime && found.Token.AccessToken != RejectedAccessToken
            && !IsBeyondBelief(found.Token, now);
    }

    /// <summary>Whether a token claims to live longer than any session does: such an end says nothing about how long it serves.</summary>
    public static bool IsBeyondBelief(SsoToken token, DateTimeOffset now) => token.ExpiresAt - now > Longest;

    /// <summary>Says that a token does not serve and cannot be refreshed either.</summary>
    /// <exception cref="SsoLoginRequiredException">That is so.</exception>
    public void ThrowIfNotRefreshable(TokenLookup.Found found, DateTimeOffset now)
    {
        if (WhyNotRefreshable(found.Token, now) is { } reason)
        {
            throw new SsoLoginRequiredException($"{WhyNotMet(found, now)} It cannot be refreshed: {reason}. {Remedy}.");
        }
    }

    /// <summary>Says why a token does not serve; one sentence.</summary>
    public string WhyNotMet(TokenLookup.Found found, DateTimeOffset now)
    {
        var token = $"The token of {Name} in {found.Path}";
        var end = CacheTime.Format(found.Token.ExpiresAt);
        return found.Token.ExpiresAt <= now
            ? $"{token} expired at {end}."
            : IsBeyondBelief(found.Token, now)
                ? $"{token} is said to be valid until {end}, but a session lasts for 90 days at the most: it is not used. Check the clock of"
                    + $" this machine, which says {CacheTime.Format(now)}."
            : found.Token.AccessToken == RejectedAccessToken
                ? $"{token} is refused by the portal, although it should be valid until {end}: it was revoked, belongs to another"
                    + $" sso_region, or the clock of this machine is wrong (it says {CacheTime.Format(now)})."
                : $"{token} expires at {end}, sooner than the {MinimumLifetime.TotalMinutes:0.#} minutes it must still live.";
    }

    /// <summary>Describes the need without any secret.</summary>
    public override string ToString() => $"a token of {Name}";

    /// <summary>Says why a token cannot be refreshed, to follow a colon; null when it can.</summary>
    private string? WhyNotRefreshable(SsoToken token, DateTimeOffset now) => token switch
    {
        // No SDK refreshes these, and the service issues no refresh token for them.
        _ when Session.Name is null => "a legacy profile (without sso_session) has no refreshable token",
        { RefreshToken: null } => "it holds no refresh token",
        { ClientId: null } or { ClientSecret: null } => "it holds no client registration",
        { RegistrationExpiresAt: null } => "it does not say how long its client registration is valid",
        { RegistrationExpiresAt: { } end } when end <= now => $"its client registration expired at {CacheTime.Format(end)}",
        _ => null,
    };
}
