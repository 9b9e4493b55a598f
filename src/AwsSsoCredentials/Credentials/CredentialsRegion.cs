using AwsSsoCredentials.Ini;

namespace AwsSsoCredentials.Credentials;

/// <summary>The region beside the keys: clients find none under a target's name unless it stands there or in the config file.</summary>
internal static class CredentialsRegion
{
    /// <summary>Whether a region stands in a section that we did not write, or that some reader takes for one.</summary>
    /// <param name="lines">The lines of the section.</param>
    /// <param name="marked">The region that we noted; null when we noted none.</param>
    internal static bool IsOwn(IReadOnlyList<IniLine> lines, string? marked)
    {
        List<IniLine> naming = [.. lines.Where(line => IniKeys.Names(line, CredentialsKeys.Region))];
        return naming.Count > 1 || (naming is [var only] && !(IniKeys.Property(only) is var (_, region) && region == marked));
    }

    /// <summary>Decides which region is written.</summary>
    /// <param name="stored">What stands in the section; null when nothing does.</param>
    /// <param name="isInConfig">Whether the config file has one under this name.</param>
    /// <param name="region">The region of the SSO profile, or null.</param>
    /// <returns>The region; null when none is.</returns>
    internal static string? ToWrite(StoredCredentials? stored, bool isInConfig, string? region) =>
        stored is { HasOwnRegion: true } || isInConfig || region is null || IniText.Problem(region) is not null ? null : region;

    /// <summary>Gets the keys that must not stay: of a region that we wrote both, of an own one the mark that no longer belongs to it.</summary>
    /// <param name="stored">What stands in the section; null when nothing does.</param>
    internal static IReadOnlyList<string> Stale(StoredCredentials? stored) =>
        stored is { HasOwnRegion: true } ? [CredentialsKeys.MarkedRegion] : [CredentialsKeys.Region, CredentialsKeys.MarkedRegion];
}
