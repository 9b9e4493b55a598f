using AwsSsoCredentials.Profiles;
using AwsSsoCredentials.Tokens;

namespace AwsSsoCredentials.Flows;

/// <summary>ClearSsoCache: removes SSO tokens, and what the AWS CLI derived from them.</summary>
internal sealed class ClearFlow(FlowRooms rooms)
{
    /// <exception cref="SsoConfigurationException">The session cannot be meant.</exception>
    /// <exception cref="SsoFileException">A file or folder cannot be read or removed.</exception>
    public async Task<ClearSsoCacheResult> RunAsync(ClearSsoCacheSettings settings, CancellationToken cancellationToken)
    {
        var clearing = new TokenClearing(rooms.Tokens, rooms.Services, rooms.Log);
        IReadOnlyList<string> tokens;
        try
        {
            tokens = settings.Session is { } session
                ? await clearing.ClearSessionAsync(SsoValues.CheckName(session.NotBlank(), "ClearSsoCacheSettings.Session"), settings.SignOut, cancellationToken)
                    .ConfigureAwait(false)
                : await clearing.ClearAllAsync(settings.SignOut, cancellationToken).ConfigureAwait(false);
        }
        catch (SsoFileException)
        {
            // A token that stays is no reason to leave keys behind, and what goes wrong with those none to keep silent about the token.
            try
            {
                ClearRoleCredentials(settings);
            }
            catch (SsoException error)
            {
                rooms.Log.Warning(error.Message);
            }

            throw;
        }

        IReadOnlyList<string> roleCredentials = ClearRoleCredentials(settings);
        rooms.Log.Information(
            $"Success! Cache cleared: {Count(tokens.Count, "SSO token")} and {Count(roleCredentials.Count, "cached role credential")} removed"
            + (settings.Session is null ? "." : $" for session {StartUrls.Show(settings.Session)}."));
        return new ClearSsoCacheResult(tokens, roleCredentials);
    }

    private IReadOnlyList<string> ClearRoleCredentials(ClearSsoCacheSettings settings) => settings.Session is null
        ? rooms.RoleCredentialsCache.RemoveAll()
        : rooms.RoleCredentialsCache.RemoveOf(ProfilesOf(settings.Session));

    private static string Count(int number, string noun) => FormattableString.Invariant($"{number} {noun}{(number == 1 ? "" : "s")}");

    // The AWS CLI names its files after account, role and session: those of one session are found by way of the profiles.
    private IEnumerable<SsoProfile> ProfilesOf(string session)
    {
        foreach (SsoProfileSummary summary in rooms.Profiles.GetSsoProfiles().Where(summary => summary.Problem is null))
        {
            SsoProfile profile = rooms.Profiles.GetSsoProfile(summary.Name);
            if (profile.Session.Key == session)
            {
                yield return profile;
            }
        }
    }
}
