using AwsSsoCredentials.Config;

namespace AwsSsoCredentials.Profiles;

/// <summary>The profiles from one with <c>role_arn</c> down to the one whose credentials it starts from, by botocore's rules.</summary>
/// <param name="Sections">The profiles; the last is the base.</param>
/// <param name="CredentialSource">What the last one takes its credentials from instead of a profile, or null.</param>
internal sealed record RoleChain(IReadOnlyList<ConfigSection> Sections, string? CredentialSource)
{
    private const string SourceProfile = "source_profile";
    private const string Source = "credential_source";

    /// <summary>Gets why no credentials are generated for the first profile.</summary>
    public string Refusal
    {
        get
        {
            ConfigSection first = Sections[0];
            ConfigSection last = Sections[^1];
            string start = $"Profile '{first.Name}' ({first.Place})";
            if (CredentialSource is not null)
            {
                return $"{start} is not an SSO profile: it assumes a role with the credentials of {Source} = {CredentialSource}. " +
                    "Name an SSO profile.";
            }

            return !HasStaticKeys(last) && SsoKeys.All.Any(last.Has)
                ? $"{start} assumes a role from SSO profile '{last.Name}', and role chaining is not supported yet: " +
                  $"generate credentials for '{last.Name}' and let the tool that uses them assume the role."
                : $"{start} is not an SSO profile: it assumes a role from profile '{last.Name}', which has no SSO settings. " +
                  "Name an SSO profile.";
        }
    }

    /// <summary>Tells whether a profile assumes a role; that is decided before its SSO keys are looked at.</summary>
    /// <param name="section">The profile.</param>
    /// <returns>True when it does.</returns>
    public static bool IsAssumeRole(ConfigSection section) => section.Has("role_arn") && !section.Has("web_identity_token_file");

    /// <summary>Follows the chain.</summary>
    /// <param name="config">The merged files.</param>
    /// <param name="first">A profile that assumes a role.</param>
    /// <returns>The chain.</returns>
    /// <exception cref="SsoConfigurationException">It is a cycle, or has no source or two, or one that does not exist.</exception>
    public static RoleChain Follow(SharedConfig config, ConfigSection first)
    {
        var chain = new List<ConfigSection> { first };
        while (true)
        {
            ConfigSection current = chain[^1];
            ConfigProperty? profile = current.Find(SourceProfile);
            ConfigProperty? source = current.Find(Source);
            if (profile is null == source is null)
            {
                throw new SsoConfigurationException(
                    $"Profile '{current.Name}' ({current.Place}) has role_arn and {(profile is null ? "neither" : "both")} " +
                    $"{SourceProfile} {(profile is null ? "nor" : "and")} {Source}: write exactly one of the two.");
            }

            if (profile is null)
            {
                return new RoleChain(chain, source!.Value);
            }

            if (!config.Profiles.TryGetValue(profile.Value, out ConfigSection? next))
            {
                throw new SsoConfigurationException(
                    $"{new NotFoundMessages(config).Profile(profile.Value)} It is the {SourceProfile} in {profile.Place}.");
            }

            // A profile may be its own source when it has keys: these are the base.
            bool isOwnBase = next.Name == current.Name && HasStaticKeys(next);
            if (!isOwnBase && chain.Any(one => one.Name == next.Name))
            {
                string cycle = string.Join(" -> ", chain.Append(next).Select(one => one.Name));
                throw new SsoConfigurationException(
                    $"The {SourceProfile} settings go round in a circle: {cycle}. Change {SourceProfile} in {profile.Place}.");
            }

            chain.Add(next);
            if (HasStaticKeys(next) || !IsAssumeRole(next))
            {
                return new RoleChain(chain, null);
            }
        }
    }

    private static bool HasStaticKeys(ConfigSection section) => section.Has("aws_access_key_id") && section.Has("aws_secret_access_key");
}
