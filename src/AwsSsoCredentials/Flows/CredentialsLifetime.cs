namespace AwsSsoCredentials.Flows;

/// <summary>How long role credentials live, in words and as a demand.</summary>
internal static class CredentialsLifetime
{
    /// <summary>The longest session of a role, and a margin for clocks that differ.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12 + 1);

    /// <summary>Whether credentials claim to live longer than AWS lets any live; a warning then says what that may mean.</summary>
    /// <param name="credentials">The credentials.</param>
    /// <param name="subject">What they are, to begin a sentence, e.g. <c>The credentials of profile 'dev'</c>.</param>
    /// <param name="now">The time.</param>
    /// <param name="log">Hears the warning.</param>
    /// <returns>True where that is so; such an end says nothing about how long they serve.</returns>
    public static bool IsBeyondBelief(SsoCredentials credentials, string subject, DateTimeOffset now, ISsoLog log)
    {
        if (credentials.Expiration - now <= Longest)
        {
            return false;
        }

        log.Warning(FormattableString.Invariant(
            $"{subject} are said to be valid until {credentials.Expiration:u}, but role credentials live for 12 hours at the most: they are not reused. Check the clock of this machine, which says {now:u}."));
        return true;
    }

    /// <summary>Refuses a demand that no credentials can meet.</summary>
    /// <param name="minimum">How long they must live.</param>
    /// <param name="setting">The setting, for the message.</param>
    /// <exception cref="SsoConfigurationException">It is negative, or longer than any live.</exception>
    public static void Check(TimeSpan minimum, string setting)
    {
        if (minimum < TimeSpan.Zero || minimum > TimeSpan.FromDays(1))
        {
            throw new SsoConfigurationException($"{setting}.MinimumLifetime must be 0 to 24 hours; role credentials live for 12 at the most.");
        }
    }

    /// <summary>Refuses new credentials that live too short: newer ones would not live longer. Warns of those that cannot live so long.</summary>
    /// <param name="credentials">The credentials.</param>
    /// <param name="subject">What they are for, e.g. <c>profile 'dev'</c>.</param>
    /// <param name="minimum">How long they must live.</param>
    /// <param name="now">The time.</param>
    /// <param name="log">Hears the warning.</param>
    /// <exception cref="SsoConfigurationException">They do not.</exception>
    public static void Require(SsoCredentials credentials, string subject, TimeSpan minimum, DateTimeOffset now, ISsoLog log)
    {
        TimeSpan left = credentials.Expiration - now;
        if (left < minimum)
        {
            throw new SsoConfigurationException(FormattableString.Invariant(
                $"The credentials of {subject} live for {left.TotalMinutes:0.#} minutes, but MinimumLifetime asks for {minimum.TotalMinutes:0.#}: lengthen the session duration of the permission set {credentials.RoleName}, or lower MinimumLifetime."));
        }

        _ = IsBeyondBelief(credentials, $"The credentials of {subject}", now, log);
    }

    /// <summary>Says how long credentials live.</summary>
    /// <param name="credentials">The credentials.</param>
    /// <param name="now">The time.</param>
    /// <returns>Whole minutes, e.g. <c>59 minutes</c>.</returns>
    public static string Left(SsoCredentials credentials, DateTimeOffset now) =>
        FormattableString.Invariant($"{(credentials.Expiration - now).TotalMinutes:0} minutes");
}
