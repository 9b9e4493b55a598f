namespace AwsSsoCredentials.Flows;

/// <summary>How long role credentials live, in words and as a demand.</summary>
internal static class CredentialsLifetime
{
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

    /// <summary>Refuses new credentials that live too short: newer ones would not live longer.</summary>
    /// <param name="credentials">The credentials.</param>
    /// <param name="subject">What they are for, e.g. <c>profile 'dev'</c>.</param>
    /// <param name="minimum">How long they must live.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="SsoConfigurationException">They do not.</exception>
    public static void Require(SsoCredentials credentials, string subject, TimeSpan minimum, DateTimeOffset now)
    {
        TimeSpan left = credentials.Expiration - now;
        if (left < minimum)
        {
            throw new SsoConfigurationException(FormattableString.Invariant(
                $"The credentials of {subject} live for {left.TotalMinutes:0.#} minutes, but MinimumLifetime asks for {minimum.TotalMinutes:0.#}: lengthen the session duration of the permission set {credentials.RoleName}, or lower MinimumLifetime."));
        }
    }

    /// <summary>Says how long credentials live.</summary>
    /// <param name="credentials">The credentials.</param>
    /// <param name="now">The time.</param>
    /// <returns>Whole minutes, e.g. <c>59 minutes</c>.</returns>
    public static string Left(SsoCredentials credentials, DateTimeOffset now) =>
        FormattableString.Invariant($"{(credentials.Expiration - now).TotalMinutes:0} minutes");
}
